using System.Collections.Concurrent;
using Ermine.Postgres.Statements;
using Ermine.Queues;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Pauses, empties and watches queues. Rates are what PostgreSQL's counters have moved by since this process asked last.</summary>
internal sealed class QueueControl(NpgsqlDataSource source, WakeUps wakeUps, TimeProvider time) : IQueueControl
{
    private readonly ConcurrentDictionary<string, QueueFlow> _flows = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<QueueStatus>> StatusAsync(CancellationToken ct = default) => source.ReadAsync(Statement.In("Queues/status.sql").Bind(), Read, ct);

    public Task PauseAsync(string queue, CancellationToken ct = default) => SetPausedAsync(queue, isPaused: true, ct);

    public async Task ResumeAsync(string queue, CancellationToken ct = default)
    {
        await SetPausedAsync(queue, isPaused: false, ct);
        wakeUps.Ring(queue);
    }

    public async Task<long> PurgeAsync(string queue, CancellationToken ct = default)
    {
        try
        {
            return (await source.ReadAsync(QueueTables.Of(queue).Purge.Bind(), reader => reader.GetInt64(0), ct))[0];
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw Unknown(queue);
        }
    }

    private async Task SetPausedAsync(string queue, bool isPaused, CancellationToken ct)
    {
        var pause = Statement.In("Queues/pause.sql").Bind().With("paused", isPaused).With("queue", QueueTables.Checked(queue));
        if ((await source.ReadAsync(pause, reader => reader.GetString(0), ct)).Count == 0) throw Unknown(queue);
    }

    private QueueStatus Read(NpgsqlDataReader reader)
    {
        var (queue, depth) = (reader.GetString(0), reader.GetInt64(2));
        var now = new QueueFlow(time.GetTimestamp(), reader.GetInt64(6), reader.GetInt64(7));
        var before = _flows.TryGetValue(queue, out var known) ? known : (QueueFlow?)null;
        _flows[queue] = now;
        var (came, went) = before is { } then ? now.Since(then, time) : (null, null);
        return new QueueStatus(
            queue, reader.GetBoolean(1), depth, reader.GetInt64(3), reader.GetInt64(4), reader.IsDBNull(5) ? null : Math.Round(reader.GetDouble(5), 3),
            came, went, went > came ? Math.Round(depth / (went.Value - came!.Value), 1) : null);
    }

    private static ArgumentException Unknown(string queue) => new($"There is no queue '{queue}'.", nameof(queue));
}
