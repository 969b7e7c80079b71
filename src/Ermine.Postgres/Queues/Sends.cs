using Ermine.Kernel;
using Ermine.Postgres.Statements;
using NpgsqlTypes;

namespace Ermine.Postgres.Queues;

/// <summary>Turns messages into statements: one for each queue, and one more where some are delayed.</summary>
internal static class Sends
{
    /// <exception cref="ArgumentException">A queue's name is not allowed.</exception>
    public static IEnumerable<BoundStatement> Of(IReadOnlyList<OutgoingMessage> messages)
    {
        foreach (var queue in messages.GroupBy(m => m.Queue))
        {
            var tables = QueueTables.Of(queue.Key);
            var now = queue.Where(m => m.Delay <= TimeSpan.Zero).ToArray();
            var later = queue.Where(m => m.Delay > TimeSpan.Zero).ToArray();
            if (now.Length > 0) yield return Bodies(tables.Enqueue, now).With("segment", QueueTables.Segment);
            if (later.Length > 0) yield return Bodies(tables.EnqueueLater, later).With("delays", Array.ConvertAll(later, m => m.Delay));
        }
    }

    private static BoundStatement Bodies(Statement statement, OutgoingMessage[] messages) => statement.Bind()
        .With("payloads", Array.ConvertAll(messages, m => m.Payload.ToArray()))
        .With("headers", Array.ConvertAll(messages, m => Headers.Write(m.Headers)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
}
