using Ermine.Kernel;
using Ermine.Postgres.Clock;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Statements;
using Ermine.Schedules;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Schedules;

/// <summary>Schedules in PostgreSQL. What is due is locked, decided upon by the database's time, and written, in one transaction: a node that dies in
/// the middle has done nothing, and one that stands still loses its connection, so that others go on.</summary>
internal sealed class PostgresScheduleStore : IScheduleStore
{
    private const int MostTidied = 10_000;

    private readonly NpgsqlDataSource _source;
    private readonly WakeUps _wakeUps;
    private readonly Bell _bell = new();

    public PostgresScheduleStore(NpgsqlDataSource source, WakeUps wakeUps, DatabaseClock clock)
    {
        (_source, _wakeUps) = (source, wakeUps);
        clock.Advanced += _bell.Ring;
    }

    public async Task<ScheduleOutlook> LookAsync(IReadOnlyList<string> functions, CancellationToken ct)
    {
        var mark = _bell.Count;
        var look = Statement.In("Schedules/look.sql").Bind().With("functions", functions.ToArray());
        return (await _source.ReadAsync(look, r => new ScheduleOutlook(r.GetFieldValue<DateTimeOffset>(0), StoredSchedules.Time(r, 1)) { Mark = mark }, ct))[0];
    }

    public async Task WaitAsync(ScheduleOutlook since, TimeSpan atMost, CancellationToken ct)
    {
        await _bell.After(since.Mark).WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // running out of time is an ordinary end
        ct.ThrowIfCancellationRequested();
    }

    public async Task<int> FireDueAsync(IReadOnlyList<string> functions, int limit, Func<StoredSchedule, DateTimeOffset, DueFirings?> plan, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var due = await LockAsync(connection, functions, limit, ct);
        var planned = due.Select(d => (d.Schedule, Due: plan(d.Schedule, d.Now))).Where(p => p.Due is not null).Select(p => (p.Schedule, Due: p.Due!)).ToArray();
        if (planned.Length == 0) return 0;

        await using var batch = connection.Batch(Firings(planned.Select(p => (p.Schedule, p.Due.Firings))).Append(StoredSchedules.Advance(planned)).Planned(mayBeLost: false));
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var queue in planned.Where(p => p.Due.Firings.Any(f => !f.IsDropped)).Select(p => p.Schedule.Queue).Distinct()) _wakeUps.Ring(queue);
        return due.Count;
    }

    public async Task<int> FireAsync(StoredSchedule schedule, IReadOnlyList<Firing> firings, CancellationToken ct)
    {
        if (firings.Count == 0) return 0;

        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var batch = connection.Batch(Firings([(schedule, firings)]).Prepend(Statement.In("Schedules/lock.sql").Bind().With("name", schedule.Name)).Planned(mayBeLost: false));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct); // behind the settings, and the lock
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        var fired = reader.GetInt32(0);
        _wakeUps.Ring(schedule.Queue);
        return fired;
    }

    public Task UpsertAsync(IReadOnlyList<StoredSchedule> schedules, ICommit? commit, CancellationToken ct) =>
        schedules.Count == 0 ? Task.CompletedTask : ChangeAsync(StoredSchedules.Upsert(schedules), commit, ct);

    public Task RemoveAsync(string name, ICommit? commit, CancellationToken ct) => ChangeAsync(Statement.In("Schedules/remove.sql").Bind().With("name", name), commit, ct);

    public Task SetPausedAsync(StoredSchedule schedule, CancellationToken ct) => ChangeAsync(
        Statement.In("Schedules/pause.sql").Bind().With("name", schedule.Name).With("paused", schedule.IsPaused).WithTimes("next_slots", [schedule.NextSlot]).WithTimes("next_ats", [schedule.NextAt]), null, ct);

    public async Task<StoredSchedule?> FindAsync(string name, CancellationToken ct) =>
        (await _source.ReadAsync(Statement.In("Schedules/find.sql").Bind().With("name", name), StoredSchedules.Read, ct)).FirstOrDefault();

    public Task<IReadOnlyList<StoredSchedule>> ListAsync(CancellationToken ct) => _source.ReadAsync(Statement.In("Schedules/list.sql").Bind(), StoredSchedules.Read, ct);

    public async Task TidyAsync(IReadOnlyList<string> functions, TimeSpan kept, CancellationToken ct)
    {
        await _source.ReadAsync(Statement.In("Schedules/see.sql").Bind().With("names", functions.ToArray()), _ => 0, ct);
        await _source.ReadAsync(Statement.In("Schedules/tidy_schedules.sql").Bind().With("kept", kept), _ => 0, ct);
        var tidy = Statement.In("Schedules/tidy_slots.sql");
        while ((await _source.ReadAsync(tidy.Bind().With("kept", kept).With("limit", MostTidied), r => r.GetInt32(0), ct))[0] == MostTidied)
        {
        }
    }

    private async Task ChangeAsync(BoundStatement statement, ICommit? commit, CancellationToken ct)
    {
        if (commit is PostgresCommit joined)
        {
            joined.Add(statement, _bell.Ring);
            return;
        }

        await DirectCommit.RunAsync(_source, [statement], ct);
        _bell.Ring();
    }

    private static async Task<IReadOnlyList<(StoredSchedule Schedule, DateTimeOffset Now)>> LockAsync(NpgsqlConnection connection, IReadOnlyList<string> functions, int limit, CancellationToken ct)
    {
        var due = Statement.In("Schedules/due.sql").Bind().With("functions", functions.ToArray()).With("limit", limit);
        await using var batch = connection.Batch(new[] { Statement.In("Schedules/hold.sql").Bind(), due }.Planned(mayBeLost: false));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct); // behind the settings
        await reader.NextResultAsync(ct);
        var locked = new List<(StoredSchedule, DateTimeOffset)>();
        while (await reader.ReadAsync(ct)) locked.Add((StoredSchedules.Read(reader), reader.GetFieldValue<DateTimeOffset>(14)));
        return locked;
    }

    private static IEnumerable<BoundStatement> Firings(IEnumerable<(StoredSchedule Schedule, IReadOnlyList<Firing> Firings)> fired)
    {
        foreach (var queue in fired.SelectMany(f => f.Firings, (f, firing) => (f.Schedule, Firing: firing)).GroupBy(f => f.Schedule.Queue).OrderBy(q => q.Key, StringComparer.Ordinal))
        {
            var all = queue.ToArray();
            yield return QueueTables.Of(queue.Key).Fire.Bind()
                .With("schedules", Array.ConvertAll(all, f => f.Schedule.Name))
                .With("slots", Array.ConvertAll(all, f => f.Firing.Slot.UtcDateTime))
                .With("reasons", Array.ConvertAll(all, f => (short)f.Firing.Reason))
                .With("overlaps", Array.ConvertAll(all, f => (short)f.Firing.Overlap))
                .With("dropped", Array.ConvertAll(all, f => f.Firing.IsDropped))
                .With("bodies", Array.ConvertAll(all, f => f.Firing.Body.ToArray()), NpgsqlDbType.Array | NpgsqlDbType.Bytea);
        }
    }
}
