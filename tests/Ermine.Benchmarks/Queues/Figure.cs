namespace Ermine.Benchmarks.Queues;

/// <summary>A rate, and what a message cost.</summary>
/// <param name="PerSecond">Messages a second.</param>
/// <param name="ClientMicroseconds">Processor time of the process that sends or handles, for each message.</param>
/// <param name="ServerMicroseconds">Processor time of all of PostgreSQL's processes, for each message.</param>
internal sealed record Figure(double PerSecond, double ClientMicroseconds, double ServerMicroseconds)
{
    /// <summary>The figure of several rounds, each part by itself.</summary>
    public static Figure Median(IReadOnlyList<Figure> rounds) =>
        new(rounds.Select(r => r.PerSecond).Median(), rounds.Select(r => r.ClientMicroseconds).Median(), rounds.Select(r => r.ServerMicroseconds).Median());

    public override string ToString() => FormattableString.Invariant($"{PerSecond:#,0}/s (client {ClientMicroseconds:0} µs, server {ServerMicroseconds:0} µs a message)");
}
