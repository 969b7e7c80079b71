namespace Ermine.Benchmarks.Http;

/// <summary>The generated endpoints beside the same ones written by hand as minimal APIs with the request delegate generator.</summary>
/// <remarks>Two servers run the hand-written app: the ratio of the second to the first is the spread, which no result can be finer than.
/// Rounds are short and compared within themselves, so that other work on the machine meets all three alike; and the servers are started
/// several times, since what the run-time compiler makes of the same code differs between processes.</remarks>
internal static class HttpComparison
{
    private const int Starts = 5;
    private const int WarmUps = 6;
    private const int RoundsEach = 11;
    private const int Requests = 24_000;

    /// <summary>Measures requests of some kinds, which the load client knows by name.</summary>
    public static async Task<IReadOnlyList<BenchmarkRow>> RowsAsync(string[] kinds, CancellationToken ct)
    {
        await using var load = new LoadProcess();
        var rounds = kinds.ToDictionary(kind => kind, _ => new List<Round>());
        for (var start = 0; start < Starts; start++)
        {
            await using var hand = await BenchServer.StartAsync("HandWritten", ct);
            await using var handAgain = await BenchServer.StartAsync("HandWritten", ct);
            await using var ours = await BenchServer.StartAsync("ErmineApp", ct);
            foreach (var kind in kinds)
            {
                for (var round = -WarmUps; round < RoundsEach; round++)
                {
                    var costs = await MeasureAsync(load, [hand, handAgain, ours], first: (round + WarmUps) % 3, kind, ct);
                    if (round >= 0) rounds[kind].Add(new Round(costs[0], costs[1], costs[2]));
                }
            }
        }

        return [.. kinds.SelectMany(kind => Rows(kind.ToUpperInvariant(), rounds[kind]))];
    }

    // Nobody is always first.
    private static async Task<RequestCost[]> MeasureAsync(LoadProcess load, BenchServer[] servers, int first, string kind, CancellationToken ct)
    {
        var costs = new RequestCost[servers.Length];
        for (var i = 0; i < servers.Length; i++)
        {
            var server = (first + i) % servers.Length;
            costs[server] = await servers[server].MeasureAsync(load, kind, Requests, ct);
        }

        return costs;
    }

    private static IEnumerable<BenchmarkRow> Rows(string kind, List<Round> rounds)
    {
        var bytesByUs = Math.Round(Median(rounds, r => r.Ours.Bytes));
        var bytesByHand = Math.Round(Median(rounds, r => r.Hand.Bytes));
        yield return new BenchmarkRow($"{kind}: processor time, ours to hand-written", Median(rounds, r => r.Ours.Microseconds / r.ByHand), "times", 1.03,
            $"median of {rounds.Count} rounds; {Median(rounds, r => r.Ours.Microseconds):0.00} µs to {Median(rounds, r => r.ByHand):0.00} µs a request");
        yield return new BenchmarkRow($"{kind}: hand-written to itself", Median(rounds, r => r.HandAgain.Microseconds / r.Hand.Microseconds), "times", null, "the spread of this measurement");
        yield return new BenchmarkRow($"{kind}: allocated, ours over hand-written", bytesByUs - bytesByHand, "bytes", 2, $"{bytesByUs} to {bytesByHand} a request; two bytes are the noise of connections and timers");
    }

    private static double Median(List<Round> rounds, Func<Round, double> value) => rounds.Select(value).Order().ElementAt(rounds.Count / 2);
}
