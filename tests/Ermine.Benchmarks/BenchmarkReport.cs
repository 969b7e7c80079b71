namespace Ermine.Benchmarks;

/// <summary>What a benchmark found: rows of one table.</summary>
/// <param name="Name">The benchmark's name.</param>
/// <param name="Rows">What was measured, in the order of the table.</param>
internal sealed record BenchmarkReport(string Name, IReadOnlyList<BenchmarkRow> Rows)
{
    /// <summary>Whether every target was met.</summary>
    public bool MeetsTargets => Rows.All(r => r.MeetsTarget != false);
}
