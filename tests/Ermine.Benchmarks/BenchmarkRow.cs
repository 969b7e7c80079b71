namespace Ermine.Benchmarks;

/// <summary>One measurement.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="AtMost">The target; null where none is set.</param>
/// <param name="Note">What one should know beside it.</param>
internal sealed record BenchmarkRow(string What, double Value, string Unit, double? AtMost = null, string? Note = null)
{
    /// <summary>Whether the target is met; null where there is none.</summary>
    public bool? MeetsTarget => AtMost is { } limit ? Value <= limit : null;
}
