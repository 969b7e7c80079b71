namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>A backlog of 100,000, handled one message at a time by a function that does nothing.</summary>
/// <remarks>Measured until it is empty, or for ten seconds: who is slow does not hold up the others.</remarks>
internal sealed class DrainRow(IReadOnlyList<Subject> peers) : IQueueRow
{
    private const int Waiting = 100_000;

    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);

    private readonly Rounds _rounds = new();

    public string Name => "drain";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        foreach (var subject in Rounds.Rotated([Subjects.Ermine, Subjects.Raw, .. peers], round))
        {
            var skip = subject.Name == "wolverine" ? 2_000 : 10_000; // a tenth of what the others handle in the same time
            _rounds.Add(subject.Name, await Backlog.DrainAsync(server, subject, Waiting, skip, Waiting - skip, AtMost, ["--Ermine:Run:0=orders.take"], ct));
        }
    }

    public IEnumerable<BenchmarkRow> Rows()
    {
        foreach (var peer in peers) yield return _rounds.Ratio("drain of 100,000", Subjects.Ermine.Name, peer.Name, peer.Name == "wolverine" ? 8 : 1);
        yield return _rounds.Ratio("drain of 100,000, a stretch", Subjects.Ermine.Name, Subjects.Raw.Name, null) with { Note = $"0.6 is the goal; {_rounds.Of(Subjects.Ermine.Name)} to {_rounds.Of(Subjects.Raw.Name)}" };
    }
}
