using System.Collections.Concurrent;
using Ermine.Kernel;
using Ermine.Postgres.Clock;
using Ermine.Postgres.Nodes;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Durable work in PostgreSQL: one set of tables for each queue, claimed in the order of the primary key.</summary>
/// <remarks>Claims, renewals, retries and acknowledgements by themselves need not reach the disk before they are answered: when the server
/// crashes and forgets one, the message is delivered again, which at-least-once allows, for without a commit the run had no effects in the
/// database. Sends and commits with effects always do.</remarks>
internal sealed class PostgresWorkStore : IWorkStore
{
    private const int PromoteLimit = 1000;

    private readonly NpgsqlDataSource _source;
    private readonly NodeLife _life;
    private readonly WakeUps _wakeUps;
    private readonly ConcurrentDictionary<string, ClaimCursor> _cursors = new(StringComparer.Ordinal);

    public PostgresWorkStore(NpgsqlDataSource source, NodeLife life, WakeUps wakeUps, DatabaseClock clock)
    {
        (_source, _life, _wakeUps) = (source, life, wakeUps);
        clock.Advanced += Restart;
    }

    public async Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct)
    {
        await DirectCommit.RunAsync(_source, mayBeLost: false, Sends.Of(messages), ct);
        foreach (var message in messages) _wakeUps.Ring(message.Queue);
    }

    public async Task<Lease> ClaimAsync(string queue, int limit, TimeSpan lease, CancellationToken ct)
    {
        var tables = QueueTables.Of(queue);
        var cursor = CursorOf(queue);
        cursor.Heard = _wakeUps.Count(queue);
        var scan = cursor.Next();
        var claimed = await ClaimAsync(tables, cursor, scan, limit, lease, ct);
        if (claimed.Count < limit && cursor.Sweep(scan) is { } sweep)
            claimed.AddRange(await ClaimAsync(tables, cursor, sweep, limit - claimed.Count, lease, CancellationToken.None));

        claimed.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        return new Lease(queue, _life.Owner, claimed);
    }

    public Task WaitAsync(string queue, TimeSpan atMost, CancellationToken ct) => _wakeUps.WaitAsync(queue, CursorOf(queue).Heard, atMost, ct);

    public async Task<IReadOnlyList<long>> RenewAsync(Lease lease, TimeSpan duration, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var batch = connection.QueueBatch(mayBeLost: true, [QueueTables.Of(lease.Queue).Renew.Bind(lease).With("lease", duration)]);
        await using var reader = await ReadLastAsync(batch, ct);
        var held = new List<long>(lease.Messages.Count);
        while (await reader.ReadAsync(ct)) held.Add(reader.GetInt64(0));
        return held;
    }

    public Task AcknowledgeAsync(Lease lease, CancellationToken ct) => DirectCommit.RunAsync(_source, mayBeLost: true, [lease.Acknowledge()], ct);

    public Task RetryAsync(Lease lease, TimeSpan after, string reason, CancellationToken ct) =>
        ExecuteAsync(QueueTables.Of(lease.Queue).Retry.Bind(lease).With("after", after).With("reason", reason), ct);

    public Task DeadLetterAsync(Lease lease, string reason, CancellationToken ct) =>
        ExecuteAsync(QueueTables.Of(lease.Queue).DeadLetter.Bind(lease).With("reason", reason), ct);

    public async Task ReleaseAsync(Lease lease, CancellationToken ct)
    {
        await ExecuteAsync(QueueTables.Of(lease.Queue).Release.Bind(lease), ct);
        CursorOf(lease.Queue).Rewind(lease.Messages.Min(m => m.Id));
        _wakeUps.Ring(lease.Queue);
    }

    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken ct)
    {
        await using var command = _source.CreateCommand(Statement.In("Queues/depths.sql").Text);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var depths = new List<QueueDepth>();
        while (await reader.ReadAsync(ct))
            depths.Add(new QueueDepth(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        return depths;
    }

    // Once sent, a claim is not cancelled: what it leased would be lost to everybody until the lease ends.
    private async Task<List<Message>> ClaimAsync(QueueTables tables, ClaimCursor cursor, Scan scan, int limit, TimeSpan lease, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        var claim = tables.Claim.Bind()
            .With("segment", QueueTables.Segment).With("low", scan.Low).With("limit", limit).With("lease", lease).With("owner", _life.Owner);
        var promote = tables.Promote.Bind().With("segment", QueueTables.Segment).With("limit", PromoteLimit);
        await using var batch = connection.QueueBatch(mayBeLost: true, scan.Promotes ? [promote, claim] : [claim]);
        await using var reader = await ReadLastAsync(batch, CancellationToken.None);
        var messages = new List<Message>();
        while (await reader.ReadAsync(CancellationToken.None)) messages.Add(Read(reader));
        cursor.Done(scan, messages.Count == 0 ? null : messages.Min(m => m.Id));
        return messages;
    }

    private static Message Read(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetInt64(1),
        reader.GetInt16(2),
        reader.GetFieldValue<byte[]>(3),
        reader.IsDBNull(4) ? null : Headers.Read(reader.GetString(4)),
        reader.GetFieldValue<DateTimeOffset>(5));

    private async Task ExecuteAsync(BoundStatement statement, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var batch = connection.QueueBatch(mayBeLost: true, [statement]);
        await batch.ExecuteNonQueryAsync(ct);
    }

    // The settings before the statement return rows too.
    private static async Task<NpgsqlDataReader> ReadLastAsync(NpgsqlBatch batch, CancellationToken ct)
    {
        var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.NextResultAsync(ct);
        return reader;
    }

    private ClaimCursor CursorOf(string queue) => _cursors.GetOrAdd(queue, static _ => new ClaimCursor(TimeProvider.System)); // real time: it bounds costs

    internal void Restart()
    {
        foreach (var cursor in _cursors.Values) cursor.Restart();
        _wakeUps.RingAll();
    }
}
