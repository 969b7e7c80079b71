using Ermine.Events;
using Ermine.Postgres.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Events;

/// <summary>Turns replays into rows and back.</summary>
internal static class StoredReplays
{
    private const int EpochColumn = 15;

    /// <summary>A state as it is stored.</summary>
    public static string Text(ReplayState state) => state.ToString().ToLowerInvariant();

    /// <summary>A statement about the events of a bus and time.</summary>
    public static BoundStatement Ranged(string file, string bus, ReplayRange range) => Statement.In(file).Bind()
        .With("bus", bus)
        .With("from_time", range.From?.UtcDateTime, NpgsqlDbType.TimestampTz)
        .With("to_time", range.To?.UtcDateTime, NpgsqlDbType.TimestampTz);

    /// <summary>A statement that changes a replay for whoever holds it.</summary>
    public static BoundStatement Held(string file, HeldReplay held, TimeSpan lease) => Statement.In(file).Bind().With("name", held.Replay.Name).With("epoch", held.Epoch).With("lease", lease);

    public static long Epoch(NpgsqlDataReader row) => row.GetInt64(EpochColumn);

    public static EventReplay Read(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), new ReplayRange { From = Time(row, 3), To = Time(row, 4), FromPosition = Number(row, 5), ToPosition = Number(row, 6) }, row.GetFieldValue<DateTimeOffset>(7))
        {
            State = Enum.Parse<ReplayState>(row.GetString(8), ignoreCase: true),
            Position = row.GetInt64(9),
            LastPosition = Number(row, 10),
            Read = row.GetInt64(11),
            Delivered = row.GetInt64(12),
            Error = row.IsDBNull(13) ? null : row.GetString(13),
            EndedAt = Time(row, 14),
        };

    private static DateTimeOffset? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static long? Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
