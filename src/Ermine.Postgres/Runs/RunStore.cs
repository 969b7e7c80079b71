using System.Text;
using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Runs;

/// <summary>Finds asynchronous runs in the tables of their functions' queues and among those that have ended, and cancels them.</summary>
internal sealed class RunStore(NpgsqlDataSource source, WakeUps wakeUps) : IRunStore
{
    public async Task<RecordedRun?> FindAsync(Guid id, bool isWhole, CancellationToken ct) =>
        (await source.ReadAsync(Statement.In("Runs/find.sql").Bind().With("id", id).With("whole", isWhole), reader => Found(id, isWhole, reader), ct)).SingleOrDefault();

    public async Task<IReadOnlyList<RecordedRun>> ListAsync(string queue, RunState? state, Guid? after, int limit, CancellationToken ct)
    {
        var list = Statement.In("Runs/list.sql").Bind().With("queue", QueueTables.Checked(queue)).With("state", state is { } s ? Word(s) : null, NpgsqlDbType.Text)
            .With("before", after ?? Guid.AllBitsSet).With("limit", limit);
        return await source.ReadAsync(list, reader => Listed(queue, reader), ct);
    }

    public async Task<bool> CancelAsync(Guid id, string reason, CancellationToken ct)
    {
        var queue = (await source.ReadAsync(
            Statement.In("Runs/cancel.sql").Bind().With("id", id).With("why", reason), reader => reader.IsDBNull(0) ? null : reader.GetString(0), ct))[0];
        if (queue is null) return false;

        wakeUps.Ring(queue); // its place, and what comes next in its group, are free
        return true;
    }

    private static RecordedRun Found(Guid id, bool isWhole, NpgsqlDataReader reader)
    {
        var queue = reader.GetString(0);
        var status = new RunStatus(id, queue, State(reader.GetString(1)), reader.GetInt16(2), reader.GetFieldValue<DateTimeOffset>(3))
        {
            DueAt = Time(reader, 4),
            EndedAt = Time(reader, 5),
            Result = reader.IsDBNull(6) ? null : Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(6)),
            Error = Text(reader, 7),
        };
        return new RecordedRun(status, queue) { Message = isWhole ? Message(queue, reader) : null };
    }

    private static OutgoingMessage Message(string queue, NpgsqlDataReader reader)
    {
        var segment = reader.GetInt16(8);
        return new OutgoingMessage(queue, reader.GetFieldValue<byte[]>(12), default, reader.IsDBNull(11) ? null : Headers.Read(reader.GetString(11)))
        {
            Priority = segment == Segments.Ordered ? default : (MessagePriority)segment,
            Version = reader.GetInt16(9),
            GroupKey = Text(reader, 10),
        };
    }

    private static RecordedRun Listed(string queue, NpgsqlDataReader reader) => new(
        new RunStatus(reader.GetGuid(0), queue, State(reader.GetString(1)), reader.GetInt16(2), reader.GetFieldValue<DateTimeOffset>(3))
        {
            DueAt = Time(reader, 4),
            EndedAt = Time(reader, 5),
            Error = Text(reader, 6),
        }, queue);

    private static string Word(RunState state) => state.ToString().ToLowerInvariant();

    private static RunState State(string word) => Enum.Parse<RunState>(word, ignoreCase: true);

    private static DateTimeOffset? Time(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
