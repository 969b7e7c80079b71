namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>The same number of messages, taken from a short and from a long queue.</summary>
internal sealed class DepthRow : IQueueRow
{
    private const int WarmUp = 20_000;
    private const int Count = 10_000;
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2); // that is, all of them
    private const string Short = "10,000 waiting";
    private const string Long = "1,000,000 waiting";

    private readonly Rounds _rounds = new();

    public string Name => "depth";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        (string Name, int Waiting)[] depths = [(Short, 10_000), (Long, 1_000_000)];
        foreach (var (name, waiting) in round % 2 == 0 ? depths : depths.Reverse())
            _rounds.Add(name, await Backlog.DrainAsync(server, Subjects.Ermine, WarmUp + waiting, WarmUp, Count, AtMost, ["--Ermine:Run:0=orders.take"], ct));
    }

    public IEnumerable<BenchmarkRow> Rows() => [_rounds.Ratio("drain", Long, Short, 0.8)];
}
