namespace Ermine.Benchmarks.Http;

/// <summary>The generated endpoints beside the same ones written by hand as minimal APIs with the request delegate generator.</summary>
/// <remarks>Two servers run the hand-written app: the ratio of the second to the first is the spread, which no result can be finer than.</remarks>
internal sealed class HttpBenchmark : IBenchmark
{
    private const int WarmUps = 3;
    private const int Requests = 100_000;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("ERMINE_BENCH_ROUNDS"), out var rounds) ? rounds : 11;

    public string Name => "http";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        await using var hand = await BenchServer.StartAsync("HandWritten", ct);
        await using var again = await BenchServer.StartAsync("HandWritten", ct);
        await using var ours = await BenchServer.StartAsync("ErmineApp", ct);
        BenchServer[] servers = [hand, again, ours];
        var rows = new List<BenchmarkRow>();
        foreach (var kind in (string[])["get", "post"])
        {
            var costs = servers.ToDictionary(s => s, _ => new List<RequestCost>());
            for (var round = -WarmUps; round < Rounds; round++)
            {
                for (var i = 0; i < servers.Length; i++)
                {
                    var server = servers[(i + round + WarmUps) % servers.Length]; // nobody is always first
                    var cost = await server.MeasureAsync(kind, Requests, ct);
                    if (round >= 0) costs[server].Add(cost);
                }
            }

            Add(rows, kind.ToUpperInvariant(), costs[hand], costs[again], costs[ours]);
        }

        return new BenchmarkReport(Name, rows);
    }

    private static void Add(List<BenchmarkRow> rows, string kind, List<RequestCost> hand, List<RequestCost> again, List<RequestCost> ours)
    {
        double byHand = Median(hand, c => c.Microseconds), byHandAgain = Median(again, c => c.Microseconds), byUs = Median(ours, c => c.Microseconds);
        double bytesByHand = Math.Round(Median(hand, c => c.Bytes)), bytesByUs = Math.Round(Median(ours, c => c.Bytes));
        rows.Add(new BenchmarkRow($"{kind}: processor time, ours to hand-written", byUs / byHand, "times", 1.03, $"{byUs:0.00} µs to {byHand:0.00} µs a request"));
        rows.Add(new BenchmarkRow($"{kind}: hand-written to itself", byHandAgain / byHand, "times", null, "the spread of this measurement"));
        rows.Add(new BenchmarkRow($"{kind}: allocated, ours over hand-written", bytesByUs - bytesByHand, "bytes", 1, $"{bytesByUs} to {bytesByHand} a request; one byte is the noise of other work"));
    }

    private static double Median(IEnumerable<RequestCost> costs, Func<RequestCost, double> value) => costs.Select(value).Order().ElementAt(costs.Count() / 2);
}
