namespace Ermine.Samples.Tests.Faults;

/// <summary>What the workers' database says of messages, asked over connections that nothing breaks.</summary>
internal sealed class Records(FaultServer server, string database, string[] queues)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    /// <summary>How long it is waited for messages to be handled. Default: two minutes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Makes the table that the workers record effects in.</summary>
    public async Task CreateAsync()
    {
        await server.CreateDatabaseAsync(database);
        await server.ExecuteAsync(database, "create table effect (place bigint generated always as identity primary key, message int not null, attempt int not null)");
    }

    /// <summary>Waits until no message waits or is under way.</summary>
    /// <exception cref="InvalidOperationException">Some are left; the message says which, and what the workers said last.</exception>
    public async Task UntilNothingIsLeftAsync(Fleet fleet)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (await pace.WaitForNextTickAsync(CancellationToken.None))
        {
            var left = await server.ReadAsync(database, OfEachQueue("""
                select '{0}', 'ready', count(*), min(leased_until)::text from ermine.{0}_ready having count(*) > 0
                union all select '{0}', 'later', count(*), min(due_at)::text from ermine.{0}_later having count(*) > 0
                """), reader => $"{reader.GetInt64(2)} {reader.GetString(1)} in {reader.GetString(0)} (due at {reader.GetValue(3)})");
            if (left.Count == 0) return;
            if (patience.IsCancellationRequested) throw new InvalidOperationException($"After {Patience.TotalSeconds} s there is left: {string.Join(", ", left)}.\n{fleet.LastWords()}");
        }
    }

    /// <summary>The history, when nothing is left.</summary>
    public async Task<History> ReadAsync(IReadOnlyList<SentMessage> sent)
    {
        var effects = await server.ReadAsync(database, "select place, message, attempt from effect", reader => new Effect(reader.GetInt64(0), reader.GetInt32(1), reader.GetInt32(2)));
        return new History(sent, effects, await IdsAsync("dead"));
    }

    /// <summary>The messages that wait or are under way.</summary>
    public Task<List<int>> WaitingAsync() => IdsAsync("ready");

    private Task<List<int>> IdsAsync(string table) => server.ReadAsync(
        database, OfEachQueue($"select (convert_from(payload, 'UTF8')::jsonb ->> 'id')::int from ermine.{{0}}_{table}"), reader => reader.GetInt32(0));

    private string OfEachQueue(string select) => string.Join("\nunion all ", queues.Select(queue => select.Replace("{0}", queue, StringComparison.Ordinal)));
}
