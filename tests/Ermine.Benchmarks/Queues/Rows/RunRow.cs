namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>Asynchronous runs that answer, beside messages of a plain queue with the same content: single sends of 16 callers, and a backlog.</summary>
internal sealed class RunRow : IQueueRow
{
    private const string Runs = "runs";
    private const int Waiting = 60_000;
    private const int Skipped = 10_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(20);
    private static readonly Subject Plain = new("queue", Subjects.Ermine.Words);
    private static readonly Subject Asked = new(Runs, Subjects.Ermine.Words);

    private readonly Rounds _sends = new();
    private readonly Rounds _drains = new();

    public string Name => Runs;

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        foreach (var subject in Rounds.Rotated([Plain, Asked], round))
        {
            string[] word = subject == Asked ? [Runs] : [];
            _sends.Add(subject.Name, await SendAsync(server, subject, word, ct));
            _drains.Add(subject.Name, await Backlog.DrainAsync(
                server, subject, Waiting, Skipped, Waiting - Skipped, AtMost, [.. word, subject == Asked ? "--Ermine:Run:0=chores.do" : "--Ermine:Run:0=orders.take"], ct));
        }
    }

    public IEnumerable<BenchmarkRow> Rows() => [_sends.Ratio("single sends", Asked.Name, Plain.Name, 0.8), _drains.Ratio("drain of 60,000", Asked.Name, Plain.Name, 0.8)];

    private static async Task<Figure> SendAsync(DurableServer server, Subject subject, string[] word, CancellationToken ct)
    {
        await using var database = await server.CreateDatabaseAsync(ct);
        await using var process = SubjectProcess.Start(subject, database, ["send", .. word]);
        await process.ExpectAsync("began", ct);
        await Task.Delay(WarmUp, ct);
        return await Meter.WindowAsync(process, server, Window, ct);
    }
}
