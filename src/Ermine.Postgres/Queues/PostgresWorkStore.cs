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
    private readonly SendMerger _sends;
    private readonly DeadLetterNotices _notices;
    private readonly Departures _departures;
    private readonly ClaimCursors _cursors;

    public PostgresWorkStore(NpgsqlDataSource source, NodeLife life, WakeUps wakeUps, DatabaseClock clock, DeadLetterNotices notices, Departures departures, ClaimCursors cursors)
    {
        (_source, _life, _wakeUps, _notices, _departures, _cursors) = (source, life, wakeUps, notices, departures, cursors);
        _sends = new SendMerger(SendAsync);
        clock.Advanced += Restart;
    }

    public Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct)
    {
        foreach (var message in messages) QueueTables.Checked(message.Queue);
        return _sends.SendAsync(messages, ct);
    }

    public async Task<Lease> ClaimAsync(WorkClaim claim, CancellationToken ct)
    {
        var cursor = _cursors.Of(claim.Queue);
        cursor.Heard = _wakeUps.Count(claim.Queue);
        var claimed = claim.MaxLeased > 0 ? await ClaimLimitedAsync(claim, cursor, ct) : await ClaimAsync(claim, cursor, null, ct);
        if (claimed.Count > 0) _wakeUps.Hurry(claim.Queue);
        return new Lease(claim.Queue, _life.Owner, claimed);
    }

    public Task<Lease> WaitAsync(WorkClaim claim, TimeSpan atMost, CancellationToken ct) => _wakeUps.WaitAsync(claim, _life.Owner, _cursors.Of(claim.Queue).Heard, atMost, ct);

    public Task<IReadOnlyList<long>> RenewAsync(Lease lease, TimeSpan duration, CancellationToken ct) =>
        ReadIdsAsync(lease.Bind(t => t.Renew).Select(renew => renew.With("lease", duration)), mayBeLost: true, ct);

    public async Task<IReadOnlyList<long>> AcknowledgeAsync(Lease lease, CancellationToken ct)
    {
        var removed = await ReadIdsAsync(lease.AcknowledgeHeld(), mayBeLost: !lease.HoldsRuns(), ct); // somebody may be told of a run's result
        _wakeUps.Freed(lease);
        return removed;
    }

    public async Task RetryAsync(Lease lease, TimeSpan after, string reason, bool isCounted, CancellationToken ct)
    {
        await ExecuteAsync(lease.Bind(t => t.Retry, t => t.RetryOrdered).Select(retry => retry.With("after", after).With("reason", reason).With("counted", isCounted ? 1 : 0)), ct);
        _wakeUps.Freed(lease);
    }

    public async Task DeadLetterAsync(Lease lease, Failure failure, CancellationToken ct)
    {
        await ExecuteAsync(Bury(lease, failure, all: false), ct);
        Buried(lease);
    }

    public async Task DeadLetterAsync(Lease lease, Failure failure, OutgoingMessage next, CancellationToken ct)
    {
        await DirectCommit.RunAsync(_source, Bury(lease, failure, all: true).Concat(Sends.Of([next])).Planned(mayBeLost: false), ct);
        _wakeUps.Ring(next.Queue);
        Buried(lease);
    }

    public async Task ReleaseAsync(Lease lease, CancellationToken ct)
    {
        await ExecuteAsync(lease.Bind(t => t.Release), ct);
        _departures.Released(lease);
    }

    public async Task<RateGrant> TakeAsync(string name, Rate rate, int wanted, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Statement.In("Queues/take_rate.sql").Bind().With("name", name).With("per_second", rate.PerSecond).With("most", rate.Most).With("wanted", wanted).ToBatchCommand() },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new RateGrant(reader.GetInt32(0), TimeSpan.FromSeconds(reader.GetDouble(1)));
    }

    public async Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken ct)
    {
        await using var command = _source.CreateCommand(Statement.In("Queues/depths.sql").Text);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var depths = new List<QueueDepth>();
        while (await reader.ReadAsync(ct))
            depths.Add(new QueueDepth(reader.GetString(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)) { IsPaused = reader.GetBoolean(5) });
        return depths;
    }

    internal void Restart()
    {
        _cursors.Restart();
        _wakeUps.RingAll();
    }

    private IEnumerable<BoundStatement> Bury(Lease lease, Failure failure, bool all) => lease.Bind(t => t.DeadLetter).Select(bury => bury
        .With("reason", failure.Reason).With("function", failure.Function).With("exception", failure.Exception).With("detail", failure.Detail).With("fingerprint", failure.Fingerprint)
        .With("all", all)).Concat(_notices.Of(lease, failure));

    private void Buried(Lease lease)
    {
        _wakeUps.Freed(lease);
        foreach (var listener in _notices.ListenersOf(lease.Queue)) _wakeUps.Ring(listener);
    }

    private Task SendAsync(IReadOnlyList<OutgoingMessage> messages) =>
        _departures.RunAsync(messages, departure => DirectCommit.RunAsync(_source, departure.Statements, CancellationToken.None), CancellationToken.None);

    // One node after the other: each counts what those before it have leased, and takes what is left.
    private async Task<List<Message>> ClaimLimitedAsync(WorkClaim claim, ClaimCursor cursor, CancellationToken ct)
    {
        _wakeUps.Limit(claim.Queue);
        await using var places = await Places.LockAsync(_source, claim.Queue, ct);
        if (places.FreeOf(claim.MaxLeased) is not (> 0 and var free)) return [];

        var claimed = await ClaimAsync(claim with { Limit = Math.Min(claim.Limit, free) }, cursor, places.Connection, CancellationToken.None);
        await places.TakeAsync(claimed);
        return claimed;
    }

    private Task<List<Message>> ClaimAsync(WorkClaim claim, ClaimCursor cursor, NpgsqlConnection? within, CancellationToken ct) =>
        claim.IsOrdered ? ClaimOrderedAsync(claim, cursor, within, ct) : ClaimUnorderedAsync(claim, cursor, within, ct);

    private async Task<List<Message>> ClaimUnorderedAsync(WorkClaim claim, ClaimCursor cursor, NpgsqlConnection? within, CancellationToken ct)
    {
        var scan = cursor.Next();
        var claimed = await ClaimAsync(claim, cursor, scan, within, ct);
        if (claimed.Count == 0 && cursor.Sweep(scan) is { } sweep) claimed = await ClaimAsync(claim, cursor, sweep, within, ct);

        claimed.Sort(static (one, other) => (Segments.Rank(Segments.Of(one)), one.Id).CompareTo((Segments.Rank(Segments.Of(other)), other.Id)));
        return claimed;
    }

    private async Task<List<Message>> ClaimAsync(WorkClaim claim, ClaimCursor cursor, Scan scan, NpgsqlConnection? within, CancellationToken ct)
    {
        var tables = QueueTables.Of(claim.Queue);
        var statement = Asking(tables.Claim, claim)
            .With("low_high", scan.Low[Segments.High]).With("low_normal", scan.Low[Segments.Normal]).With("low_low", scan.Low[Segments.Low]);
        var claimed = await ReadAsync(scan.Promotes ? [tables.Promote.Bind().With("limit", PromoteLimit), statement] : [statement], within, ct);
        cursor.Done(scan, claimed.Count < claim.Limit, claimed.GroupBy(Segments.Of).Select(segment => (segment.Key, segment.Min(m => m.Id))));
        return claimed;
    }

    // From group to group, and from the first one again where that was not enough.
    private async Task<List<Message>> ClaimOrderedAsync(WorkClaim claim, ClaimCursor cursor, NpgsqlConnection? within, CancellationToken ct)
    {
        var tables = QueueTables.Of(claim.Queue);
        var (statement, after) = (tables.ClaimOrdered, cursor.After);
        var first = Asking(statement, claim).With("after", after);
        var promote = cursor.Next().Promotes ? tables.PromoteOrdered.Bind().With("limit", PromoteLimit).With("queue", claim.Queue) : null;
        var claimed = await ReadAsync(promote is null ? [first] : [promote, first], within, ct);
        if (claimed.Count < claim.Limit && after.Length > 0)
            claimed.AddRange(await ReadAsync([Asking(statement, claim with { Limit = claim.Limit - claimed.Count }).With("after", "")], within, CancellationToken.None));

        claimed.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        cursor.After = claimed.Count < claim.Limit ? "" : claimed.Select(static m => m.GroupKey!).Max(StringComparer.Ordinal)!;
        return claimed;
    }

    private BoundStatement Asking(Statement statement, WorkClaim claim) => statement.Bind()
        .With("queue", claim.Queue).With("limit", claim.Limit).With("lease", claim.Lease).With("version", (short)claim.Version).With("owner", _life.Owner);

    // Once sent, a claim is not cancelled: what it leased would be lost to everybody until the lease ends.
    private async Task<List<Message>> ReadAsync(IReadOnlyList<BoundStatement> statements, NpgsqlConnection? within, CancellationToken ct)
    {
        await using var own = within is null ? await _source.OpenConnectionAsync(ct) : null;
        await using var batch = (within ?? own!).Batch(statements.Planned(mayBeLost: true));
        await using var reader = await batch.ExecuteReaderAsync(CancellationToken.None);
        await SkipSettingsAsync(reader, mayBeLost: true);
        var messages = new List<Message>();
        while (await reader.ReadAsync(CancellationToken.None)) messages.Add(Read(reader));
        return messages;
    }

    private async Task<IReadOnlyList<long>> ReadIdsAsync(IEnumerable<BoundStatement> statements, bool mayBeLost, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var batch = connection.Batch(statements.Planned(mayBeLost));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await SkipSettingsAsync(reader, mayBeLost);
        var ids = new List<long>();
        do
        {
            while (await reader.ReadAsync(ct)) ids.Add(reader.GetInt64(0));
        }
        while (await reader.NextResultAsync(ct));
        return ids;
    }

    private static Message Read(NpgsqlDataReader reader)
    {
        var segment = reader.GetInt16(0);
        return new Message(
            reader.GetInt64(1), reader.GetInt64(2), reader.GetInt16(3), reader.GetFieldValue<byte[]>(4),
            reader.IsDBNull(5) ? null : Headers.Read(reader.GetString(5)), reader.GetFieldValue<DateTimeOffset>(6))
        {
            Priority = segment == Segments.Ordered ? default : (MessagePriority)segment,
            IsExpired = reader.GetBoolean(7),
            GroupKey = reader.IsDBNull(8) ? null : reader.GetString(8),
            Run = reader.IsDBNull(9) ? null : reader.GetGuid(9),
        };
    }

    private async Task ExecuteAsync(IEnumerable<BoundStatement> statements, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var batch = connection.Batch(statements.Planned(mayBeLost: true));
        await batch.ExecuteNonQueryAsync(ct);
    }

    // The settings before the statements return rows too.
    private static async Task SkipSettingsAsync(NpgsqlDataReader reader, bool mayBeLost)
    {
        await reader.NextResultAsync(CancellationToken.None);
        if (mayBeLost) await reader.NextResultAsync(CancellationToken.None);
    }
}
