using System.Text;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Ermine.Queues;
using NpgsqlTypes;

namespace Ermine.Postgres.Queues;

/// <summary>Tells the functions that want to know it of messages that are given up, in the transaction that does so.</summary>
internal sealed class DeadLetterNotices(FunctionCatalog catalog, PayloadSerializer serializer, TimeProvider time)
{
    private const int LongestBody = 64 * 1024; // escaped in JSON it still is a message

    /// <summary>The queues of those who are told of a queue's letters.</summary>
    public IReadOnlyList<string> ListenersOf(string queue) => catalog.DeadLetterListeners(queue);

    /// <summary>The statements that tell them, to follow those that give the messages up.</summary>
    public IEnumerable<BoundStatement> Of(Lease lease, Failure failure)
    {
        var listeners = ListenersOf(lease.Queue);
        if (listeners.Count == 0) yield break;

        var ids = lease.Messages.Select(m => m.Origin).ToArray();
        var letters = lease.Messages.Select(m => serializer.Write(Letter(lease.Queue, m, failure)).ToArray()).ToArray();
        var headers = lease.Messages.Select(m => Headers.Write(TraceOf(m))).ToArray();
        foreach (var listener in listeners)
        {
            yield return Statement.In("Queues/tell.sql").For(QueueTables.PrefixOf(lease.Queue)).For(QueueTables.PrefixOf(listener), standIn: "told").Bind()
                .With("ids", ids).With("letters", letters).With("headers", headers, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        }
    }

    private DeadLetter Letter(string queue, Message message, Failure failure) => new(
        message.Origin, queue, failure.Reason, failure.Function, failure.Exception, failure.Fingerprint, message.Attempt, message.EnqueuedAt, time.GetUtcNow(),
        message.Headers?.GetValueOrDefault(Message.TraceParent), message.GroupKey)
    {
        Detail = failure.Detail,
        Payload = message.Payload.Length <= LongestBody ? Encoding.UTF8.GetString(message.Payload.Span) : null,
    };

    // The function that is told runs in the trace of the message.
    private static Dictionary<string, string>? TraceOf(Message message) =>
        message.Headers?.GetValueOrDefault(Message.TraceParent) is { } trace ? new Dictionary<string, string> { [Message.TraceParent] = trace } : null;
}
