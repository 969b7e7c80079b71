using Ermine.Postgres.Statements;
using Ermine.Schedules;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Schedules;

/// <summary>Turns schedules into rows and back.</summary>
internal static class StoredSchedules
{
    public static BoundStatement Upsert(IReadOnlyList<StoredSchedule> schedules)
    {
        StoredSchedule[] all = [.. schedules];
        return Statement.In("Schedules/upsert.sql").Bind()
            .With("names", Array.ConvertAll(all, s => s.Name))
            .With("functions", Array.ConvertAll(all, s => s.Function))
            .With("queues", Array.ConvertAll(all, s => s.Queue))
            .With("expressions", Array.ConvertAll(all, s => s.Expression))
            .With("zones", Array.ConvertAll(all, s => s.TimeZone))
            .With("overlaps", Array.ConvertAll(all, s => (short)s.Overlap))
            .With("misseds", Array.ConvertAll(all, s => (short)s.Missed))
            .With("jitters", Array.ConvertAll(all, s => s.JitterSeconds))
            .With("payloads", Array.ConvertAll(all, s => s.Payload?.ToArray()), NpgsqlDbType.Array | NpgsqlDbType.Bytea)
            .With("declareds", Array.ConvertAll(all, s => s.IsDeclared))
            .WithTimes("next_slots", Array.ConvertAll(all, s => s.NextSlot))
            .WithTimes("next_ats", Array.ConvertAll(all, s => s.NextAt));
    }

    public static BoundStatement Advance((StoredSchedule Schedule, DueFirings Due)[] planned) => Statement.In("Schedules/advance.sql").Bind()
        .With("names", Array.ConvertAll(planned, p => p.Schedule.Name))
        .WithTimes("next_slots", Array.ConvertAll(planned, p => p.Due.NextSlot))
        .WithTimes("next_ats", Array.ConvertAll(planned, p => p.Due.NextAt))
        .WithTimes("last_slots", Array.ConvertAll(planned, p => p.Due.Firings.LastOrDefault()?.Slot));

    public static BoundStatement WithTimes(this BoundStatement statement, string name, DateTimeOffset?[] times) =>
        statement.With(name, Array.ConvertAll(times, t => t?.UtcDateTime), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public static StoredSchedule Read(NpgsqlDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4))
    {
        Overlap = (ScheduleOverlap)row.GetInt16(5),
        Missed = (ScheduleMissed)row.GetInt16(6),
        JitterSeconds = row.GetInt32(7),
        Payload = row.IsDBNull(8) ? default(ReadOnlyMemory<byte>?) : row.GetFieldValue<byte[]>(8),
        IsDeclared = row.GetBoolean(9),
        IsPaused = row.GetBoolean(10),
        NextSlot = Time(row, 11),
        NextAt = Time(row, 12),
        LastSlot = Time(row, 13),
    };

    public static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
