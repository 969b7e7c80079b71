namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>A backlog, of which each message becomes a document of Marten, a hundred of them in one commit with their acknowledgement.</summary>
internal sealed class WriteRow(IReadOnlyList<Subject> peers) : IQueueRow
{
    private const int Waiting = 40_000;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    private readonly Rounds _rounds = new();

    public string Name => "write";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        foreach (var subject in Rounds.Rotated([Subjects.Ermine, .. peers.Where(p => p.Name == "wolverine")], round))
        {
            var skip = subject == Subjects.Ermine ? 6_000 : 2_000;
            _rounds.Add(subject.Name, await Backlog.DrainAsync(server, subject, Waiting, skip, Waiting - skip, AtMost, ["writes", "--Ermine:Run:0=bills.store"], ct));
        }
    }

    public IEnumerable<BenchmarkRow> Rows() => _rounds.Names.Contains("wolverine")
        ? [_rounds.Ratio("drain with a document each", Subjects.Ermine.Name, "wolverine", null)]
        : [new BenchmarkRow("drain with a document each", _rounds.Of(Subjects.Ermine.Name).PerSecond, "a second", Note: $"{_rounds.Of(Subjects.Ermine.Name)}")];
}
