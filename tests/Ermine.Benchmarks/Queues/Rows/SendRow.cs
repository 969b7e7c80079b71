namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>Single messages of 16 concurrent callers, each durable before the next.</summary>
internal sealed class SendRow(IReadOnlyList<Subject> peers) : IQueueRow
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);

    private readonly Rounds _rounds = new();

    public string Name => "send";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        foreach (var subject in Rounds.Rotated([Subjects.Ermine, Subjects.Raw, .. peers], round))
        {
            await using var database = await server.CreateDatabaseAsync(ct);
            await using var process = SubjectProcess.Start(subject, database, "send");
            await process.ExpectAsync("began", ct);
            await Task.Delay(WarmUp, ct);
            _rounds.Add(subject.Name, await Meter.WindowAsync(process, server, Window, ct));
        }
    }

    public IEnumerable<BenchmarkRow> Rows()
    {
        foreach (var (i, peer) in peers.Select(p => p.Name).OrderByDescending(p => _rounds.Of(p).PerSecond).Index())
            yield return _rounds.Ratio("single sends", Subjects.Ermine.Name, peer, i == 0 ? 2.0 : null); // the best of them sets the target
        yield return _rounds.Ratio("single sends", Subjects.Ermine.Name, Subjects.Raw.Name, 0.6);
    }
}
