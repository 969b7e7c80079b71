using Ermine.Kernel;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>Binds the fence of a lease, a statement for each segment: the messages, the attempt of each, and the owner.</summary>
internal static class Leases
{
    public static IEnumerable<BoundStatement> Bind(this Lease lease, Func<QueueTables, Statement> statement, Func<QueueTables, Statement>? forOrdered = null)
    {
        var tables = QueueTables.Of(lease.Queue);
        foreach (var segment in lease.Messages.GroupBy(Segments.Of))
        {
            yield return (segment.Key == Segments.Ordered && forOrdered is not null ? forOrdered : statement)(tables).Bind()
                .With("ids", segment.Select(m => m.Id).ToArray())
                .With("attempts", segment.Select(m => (short)m.Attempt).ToArray())
                .With("segment", segment.Key)
                .With("owner", lease.Owner);
        }
    }

    /// <summary>The removal of all that a lease holds, or the end of the transaction.</summary>
    public static IEnumerable<BoundStatement> Acknowledge(this Lease lease) => lease.Bind(t => t.Acknowledge);
}
