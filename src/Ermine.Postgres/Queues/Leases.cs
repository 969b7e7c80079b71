using Ermine.Kernel;
using Ermine.Postgres.Statements;
using NpgsqlTypes;

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
            yield return Fenced((alike.Key.Segment == Segments.Ordered && forOrdered is not null ? forOrdered : statement)(tables), lease, [.. alike]);
        }
    }

    /// <summary>The removal of all that a lease holds, and the record of the runs among it, or the end of the transaction.</summary>
    public static IEnumerable<BoundStatement> Acknowledge(this Lease lease) => lease.Acknowledge(t => t.Acknowledge, t => t.AcknowledgeRuns);

    /// <summary>The removal of what a lease still holds, and the record of the runs among it.</summary>
    public static IEnumerable<BoundStatement> AcknowledgeHeld(this Lease lease) => lease.Acknowledge(t => t.AcknowledgeHeld, t => t.AcknowledgeRunsHeld);

    /// <summary>Whether it holds asynchronous runs; a queue has nothing else, or none.</summary>
    public static bool HoldsRuns(this Lease lease) => lease.Messages[0].Run is not null;

    private static IEnumerable<BoundStatement> Acknowledge(this Lease lease, Func<QueueTables, Statement> plain, Func<QueueTables, Statement> ofRuns)
    {
        if (!lease.HoldsRuns()) return lease.Bind(plain);

        var tables = QueueTables.Of(lease.Queue);
        return lease.Messages.GroupBy(m => (Segment: Segments.Of(m), m.Attempt)).OrderBy(alike => alike.Key).Select(alike =>
        {
            Message[] ascending = [.. alike.OrderBy(m => m.Id)]; // each finds its result by a binary search
            return Fenced(ofRuns(tables), lease, ascending)
                .With("queue", lease.Queue)
                .With("results", Array.ConvertAll(ascending, m => m.Result?.ToArray()), NpgsqlDbType.Array | NpgsqlDbType.Bytea);
        });
    }

    private static BoundStatement Fenced(Statement statement, Lease lease, Message[] alike) => statement.Bind()
        .With("ids", Array.ConvertAll(alike, m => m.Id))
        .With("attempt", (short)alike[0].Attempt)
        .With("segment", Segments.Of(alike[0]))
        .With("owner", lease.Owner);
}
