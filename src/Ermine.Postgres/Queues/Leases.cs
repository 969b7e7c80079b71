using Ermine.Kernel;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>Binds the fence of a lease, a statement for the messages of each segment and attempt: their ids, their attempt, and the owner.</summary>
/// <remarks>A list of ids can only be looked up in the index, one after the other. Joined to a list of ids and attempts, a table that was
/// empty when the plan was made was read from one end to the other for each message (measured: half a minute for a thousand). And since
/// everybody goes through segments, attempts and ids in one order, a renewal and an acknowledgement never wait for each other in a circle.</remarks>
internal static class Leases
{
    public static IEnumerable<BoundStatement> Bind(this Lease lease, Func<QueueTables, Statement> statement, Func<QueueTables, Statement>? forOrdered = null)
    {
        var tables = QueueTables.Of(lease.Queue);
        foreach (var alike in lease.Messages.GroupBy(m => (Segment: Segments.Of(m), m.Attempt)).OrderBy(alike => alike.Key))
        {
            yield return (alike.Key.Segment == Segments.Ordered && forOrdered is not null ? forOrdered : statement)(tables).Bind()
                .With("ids", alike.Select(m => m.Id).ToArray())
                .With("attempt", (short)alike.Key.Attempt)
                .With("segment", alike.Key.Segment)
                .With("owner", lease.Owner);
        }
    }

    /// <summary>The removal of all that a lease holds, or the end of the transaction.</summary>
    public static IEnumerable<BoundStatement> Acknowledge(this Lease lease) => lease.Bind(t => t.Acknowledge);
}
