namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>Fills a queue, then measures how fast it is emptied.</summary>
internal static class Backlog
{
    /// <summary>Handles <paramref name="skip"/> messages, for the run-time compiler and the caches, and measures the next <paramref name="count"/>,
    /// or as many of them as are handled in <paramref name="atMost"/>.</summary>
    public static async Task<Figure> DrainAsync(DurableServer server, Subject subject, int waiting, int skip, int count, TimeSpan atMost, IReadOnlyList<string> words, CancellationToken ct)
    {
        await using var database = await server.CreateDatabaseAsync(ct);
        await using (var filling = SubjectProcess.Start(subject, database, ["fill", $"{waiting}", .. words])) await filling.ExpectAsync("done", ct);
        await database.SettleAsync(ct);
        await using var draining = SubjectProcess.Start(subject, database, ["drain", $"{skip}", $"{count}", .. words]);
        await draining.ExpectAsync("began", ct);
        var meter = new Meter(draining, server);
        await draining.DoneAsync(atMost, ct);
        return meter.Read(Math.Min(count, await draining.CountAsync(ct) - skip));
    }
}
