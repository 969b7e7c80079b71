namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>How long messages took.</summary>
/// <param name="Middle">Milliseconds that half of them did not exceed.</param>
/// <param name="Last">Milliseconds that 99 of 100 did not exceed.</param>
/// <param name="Cost">What they cost.</param>
internal sealed record Latency(double Middle, double Last, Figure Cost)
{
    /// <summary>The figure of several rounds, each part by itself.</summary>
    public static Latency Median(IReadOnlyList<Latency> rounds) =>
        new(rounds.Select(r => r.Middle).Median(), rounds.Select(r => r.Last).Median(), Figure.Median([.. rounds.Select(r => r.Cost)]));

    public override string ToString() => FormattableString.Invariant($"{Middle:0.00} ms, 99 of 100 in {Last:0.00} ms; {Cost}");
}
