using System.Runtime.CompilerServices;

namespace Ermine.Generator.Memo;

/// <summary>Tells objects that never change from one another: references, options.</summary>
internal static class Identity
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> Known = new();
    private static long _last;

    /// <summary>A number that no other object has had; an equal object has another one, which costs a look and is never wrong.</summary>
    public static ulong Of(object one) => (ulong)Known.GetValue(one, static _ => new StrongBox<long>(Interlocked.Increment(ref _last))).Value;
}
