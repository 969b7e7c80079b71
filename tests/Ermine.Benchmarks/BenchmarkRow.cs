namespace Ermine.Benchmarks;

/// <summary>One measurement.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AtMost">The target, where less is better; null where none is set.</param>
/// <param name="Note">What one should know beside it.</param>
/// <param name="AtLeast">The target, where more is better; null where none is set.</param>
internal sealed record BenchmarkRow(string What, double Value, string Unit, double? AtMost = null, string? Note = null, double? AtLeast = null)
{
    /// <summary>Whether the target is met; null where there is none.</summary>
    public bool? MeetsTarget => (AtMost, AtLeast) switch
    {
        (null, null) => null,
        var (most, least) => !(Value > most) && !(Value < least),
    };
}
