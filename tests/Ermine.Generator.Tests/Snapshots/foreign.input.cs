// library Toy
namespace Toy;

public enum Pace { Slow, Quick }

public sealed class TickAttribute(string every, params int[] days) : TriggerAttribute
{
    public string Every { get; } = every;
    public int[] Days { get; } = days;
    public Pace Pace { get; init; }
}

[TriggerShape(InputShape.Message)]
public class PostAttribute : TriggerAttribute
{
    public string? Box { get; init; }
}

[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ParcelAttribute<T> : PostAttribute;

public sealed class SubjectAttribute(string name) : ContractAttribute(name)
{
    public bool IsSigned { get; init; }
}
// library Shop
using Ermine.Kernel;
using Toy;

namespace Shop;

[Subject("letters", IsSigned = true)] public sealed record Letter(string Text);
public interface IClock;

public static class Ticking
{
    [Function, Tick("10m", 1, 2, Pace = Pace.Quick)] public static void Tick(IClock clock, Invocation invocation) => _ = (clock, invocation);

    [Function, Tick("1h")] public static void Tock() { }

    [Function, Post(Box = "in"), Parcel<int>, Parcel<List<string>>] public static Task Read(Letter letter) => Task.FromResult(letter);

    [Function, Post] public static Task ReadMany(IReadOnlyList<Letter> letters, CancellationToken ct) => Task.FromResult((letters, ct));
}
