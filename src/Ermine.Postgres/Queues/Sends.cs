using Ermine.Kernel;
using Ermine.Postgres.Statements;
using NpgsqlTypes;

namespace Ermine.Postgres.Queues;

/// <summary>Turns messages into statements: one for the messages of a queue that ask for nothing, one for those that do.</summary>
internal static class Sends
{
    private static readonly Guid?[] NoRuns = [];
    private static readonly string?[] NoHeaders = [];

    /// <param name="messages">The messages.</param>
    /// <param name="handOver">Takes messages that ask for nothing, of one queue, version and segment, to a claim that waits for them; null where none does.</param>
    /// <remarks>Queues are taken in the order of their names, so that two senders never wait for each other's groups in a circle.</remarks>
    /// <exception cref="ArgumentException">A queue's name is not allowed.</exception>
    public static IEnumerable<BoundStatement> Of(IReadOnlyList<OutgoingMessage> messages, Func<OutgoingMessage[], HandOver?>? handOver = null)
    {
        foreach (var contract in messages.GroupBy(m => (m.Queue, m.Version)).OrderBy(c => c.Key.Queue, StringComparer.Ordinal))
        {
            var tables = QueueTables.Of(contract.Key.Queue);
            var groups = contract.Where(m => m.Delay <= TimeSpan.Zero && m.Debounce is null).Select(m => m.GroupKey).OfType<string>().Distinct().ToArray();
            if (groups.Length > 0) yield return tables.LockGroups.Bind().With("queue", contract.Key.Queue).With("groups", groups);
            foreach (var waiting in contract.Where(m => m.Debounce is not null).OrderBy(m => m.Debounce!.Key, StringComparer.Ordinal)) yield return Waiting(waiting);
            foreach (var alike in contract.Where(m => m.Debounce is null).GroupBy(m => IsPlain(m) ? (short?)Segments.Of(m) : null))
            {
                OutgoingMessage[] same = [.. alike];
                yield return (alike.Key is { } segment ? Plain(tables, segment, same, handOver?.Invoke(same)) : Asking(tables.EnqueueWith, same)).With("version", (short)contract.Key.Version);
            }
        }
    }

    private static bool IsPlain(OutgoingMessage message) => message is { GroupKey: null, TimeToLive: null, DeduplicationKey: null } && message.Delay <= TimeSpan.Zero;

    private static BoundStatement Plain(QueueTables tables, short segment, OutgoingMessage[] messages, HandOver? handOver) =>
        (handOver is null ? Bodies(tables.Enqueue(segment), messages) : handOver.Of(Bodies(tables.EnqueueLeased(segment), messages))).With("segment", segment);

    private static BoundStatement Waiting(OutgoingMessage message) => Statement.In("Runs/debounce.sql").Bind()
        .With("queue", message.Queue).With("key", message.Debounce!.Key).With("run", message.Run, NpgsqlDbType.Uuid).With("wait", message.Debounce.Wait).With("longest", message.Debounce.Longest)
        .With("segment", Segments.Of(message)).With("version", (short)message.Version).With("group_key", message.GroupKey, NpgsqlDbType.Text)
        .With("headers", Headers.Write(message.Headers), NpgsqlDbType.Jsonb).With("payload", message.Payload.ToArray()).With("life", message.TimeToLive, NpgsqlDbType.Interval);

    private static BoundStatement Asking(Statement statement, OutgoingMessage[] messages) => Bodies(statement, messages)
        .With("segments", Array.ConvertAll(messages, Segments.Of))
        .With("groups", Array.ConvertAll(messages, m => m.GroupKey), NpgsqlDbType.Array | NpgsqlDbType.Text)
        .With("delays", Array.ConvertAll(messages, m => m.Delay))
        .With("lives", Array.ConvertAll(messages, m => m.TimeToLive))
        .With("keys", Array.ConvertAll(messages, m => m.DeduplicationKey), NpgsqlDbType.Array | NpgsqlDbType.Text)
        .With("windows", Array.ConvertAll(messages, m => m.DeduplicationWindow));

    private static BoundStatement Bodies(Statement statement, OutgoingMessage[] messages) => statement.Bind()
        .With("payloads", Array.ConvertAll(messages, m => m.Payload.ToArray()))
        .With("headers", Array.Exists(messages, m => m.Headers is { Count: > 0 }) ? Array.ConvertAll(messages, m => Headers.Write(m.Headers)) : NoHeaders, NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
        .With("runs", Array.Exists(messages, m => m.Run is not null) ? Array.ConvertAll(messages, m => m.Run) : NoRuns, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
}
