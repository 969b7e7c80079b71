namespace Ermine.Architecture.Toy;

/// <summary>Runs the function at a steady pace. It hands over nothing, which is the shape of a trigger that says none.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class TickerAttribute : TriggerAttribute
{
    /// <summary>Seconds between two runs.</summary>
    [Limit(1, 86_400)] public int EverySeconds { get; init; } = 60;

    /// <inheritdoc/>
    public override bool IsRetried => false;
}
