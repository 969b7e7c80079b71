using Ermine.Events;
using Ermine.Kernel;
using Ermine.Postgres.Clock;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Events;

/// <summary>The archive in PostgreSQL. A step of a replay is one transaction: its messages, and where the replay then stands, refused to whoever holds it no longer.</summary>
internal sealed class ArchiveStore : IArchiveStore
{
    private const int MostRead = 1_000;
    private const long MostBytes = 4_194_304;
    private const int MostTidied = 10_000;

    private readonly NpgsqlDataSource _source;
    private readonly WakeUps _wakeUps;
    private readonly Bell _bell = new();
    private long _heard;

    public ArchiveStore(NpgsqlDataSource source, WakeUps wakeUps, DatabaseClock clock)
    {
        (_source, _wakeUps) = (source, wakeUps);
        clock.Advanced += _bell.Ring;
    }

    public async Task<EventReplay> AddAsync(string name, string subscription, string bus, ReplayRange range, CancellationToken ct)
    {
        await _source.ReadAsync(StoredReplays.Ranged("Events/add_replay.sql", bus, range).With("name", name).With("subscription", subscription)
            .With("from_position", range.FromPosition, NpgsqlDbType.Bigint).With("to_position", range.ToPosition, NpgsqlDbType.Bigint), _ => 0, ct);
        _bell.Ring();
        return (await ListAsync(name, ct))[0];
    }

    public Task<IReadOnlyList<EventReplay>> ListAsync(CancellationToken ct) => ListAsync(null, ct);

    public async Task<bool> EndAsync(string name, ReplayState state, string? error, CancellationToken ct) =>
        (await _source.ReadAsync(Statement.In("Events/end_replay.sql").Bind().With("name", name).With("state", StoredReplays.Text(state)).With("error", error, NpgsqlDbType.Text), _ => 0, ct)).Count > 0;

    public async Task<HeldReplay?> ClaimAsync(TimeSpan lease, CancellationToken ct)
    {
        _heard = _bell.Count;
        return (await _source.ReadAsync(Statement.In("Events/claim_replay.sql").Bind().With("lease", lease), r => new HeldReplay(StoredReplays.Read(r), StoredReplays.Epoch(r)), ct)).FirstOrDefault();
    }

    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        await _bell.After(_heard).WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // running out of time is an ordinary end
        ct.ThrowIfCancellationRequested();
    }

    public async Task<HeldReplay?> SettleAsync(HeldReplay held, TimeSpan lease, CancellationToken ct)
    {
        var replay = held.Replay;
        if ((await _source.ReadAsync(Statement.In("Events/has_writers.sql").Bind().With("name", replay.Name), r => r.GetBoolean(0), ct))[0]) return null;

        var (position, last) = await BoundsAsync(replay.Bus, replay.Range, ct);
        await DirectCommit.RunAsync(_source, [StoredReplays.Held("Events/settle_replay.sql", held, lease).With("done_position", position).With("last_position", last)], ct);
        return held with { Replay = replay with { State = ReplayState.Running, Position = position, LastPosition = replay.LastPosition ?? Math.Min(last, replay.Range.ToPosition ?? long.MaxValue) } };
    }

    public async Task<(long Position, long LastPosition)> BoundsAsync(string bus, ReplayRange range, CancellationToken ct)
    {
        var (first, last) = (await _source.ReadAsync(Statement.In("Events/replay_bounds.sql").Bind().With("bus", bus).With("from_time", range.From?.UtcDateTime, NpgsqlDbType.TimestampTz),
            r => (First: r.IsDBNull(0) ? (long?)null : r.GetInt64(0), Last: r.GetInt64(1)), ct))[0];
        last = Math.Min(last, range.ToPosition ?? long.MaxValue);
        var firstInTime = range.From is null ? 0 : first - 1 ?? last; // nothing since then: it begins at its end
        return (Math.Max(firstInTime, range.FromPosition - 1 ?? 0), last);
    }

    public Task<IReadOnlyList<ArchivedEvent>> ReadAsync(string bus, ReplayRange range, long position, long lastPosition, CancellationToken ct) => _source.ReadAsync(
        StoredReplays.Ranged("Events/archived.sql", bus, range).With("done_position", position).With("last_position", lastPosition).With("limit", MostRead).With("bytes", MostBytes),
        r => new ArchivedEvent(r.GetInt64(0), r.GetBoolean(1) ? new OutgoingMessage(bus, r.GetFieldValue<byte[]>(3), Headers: r.IsDBNull(2) ? null : Headers.Read(r.GetString(2))) : null), ct);

    public async Task<bool> MoveAsync(HeldReplay held, ReplayStep step, TimeSpan lease, CancellationToken ct)
    {
        var move = StoredReplays.Held("Events/move_replay.sql", held, lease)
            .With("before", held.Replay.Position).With("done_position", step.Position).With("read", (long)step.Read).With("delivered", (long)step.Messages.Count);
        try
        {
            await DirectCommit.RunAsync(_source, [Statement.In("Queues/check_subscriptions.sql").Bind().With("version", step.Version), move, .. Sends.Of(step.Messages)], ct);
        }
        catch (CommitException e) when (CommitFailures.IsOfSubscriptions(e))
        {
            return false;
        }

        foreach (var queue in step.Messages.Select(m => m.Queue).Distinct()) _wakeUps.Ring(queue);
        return true;
    }

    public async Task ReleaseAsync(HeldReplay held, TimeSpan after, string? error, CancellationToken ct)
    {
        await _source.ReadAsync(Statement.In("Events/release_replay.sql").Bind().With("name", held.Replay.Name).With("epoch", held.Epoch).With("after", after).With("error", error, NpgsqlDbType.Text), _ => 0, ct);
        _bell.Ring();
    }

    public async Task TidyAsync(Func<string, TimeSpan> eventsKept, TimeSpan replaysKept, CancellationToken ct)
    {
        await _source.ReadAsync(Statement.In("Events/tidy_replays.sql").Bind().With("kept", replaysKept), _ => 0, ct);
        foreach (var bus in await _source.ReadAsync(Statement.In("Events/buses.sql").Bind(), r => r.GetString(0), ct))
        {
            var tidy = Statement.In("Events/tidy_events.sql");
            while ((await _source.ReadAsync(tidy.Bind().With("bus", bus).With("kept", eventsKept(bus)).With("limit", MostTidied), r => r.GetInt32(0), ct))[0] == MostTidied)
            {
            }
        }
    }

    private Task<IReadOnlyList<EventReplay>> ListAsync(string? name, CancellationToken ct) => _source.ReadAsync(Statement.In("Events/list_replays.sql").Bind().With("name", name, NpgsqlDbType.Text), StoredReplays.Read, ct);
}
