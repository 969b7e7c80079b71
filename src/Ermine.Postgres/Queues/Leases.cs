using Ermine.Kernel;
using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Queues;

/// <summary>Binds the fence of a lease: the messages, the attempt of each, and the owner.</summary>
internal static class Leases
{
    public static BoundStatement Bind(this Statement statement, Lease lease) => statement.Bind()
        .With("ids", lease.Messages.Select(m => m.Id).ToArray())
        .With("attempts", lease.Messages.Select(m => (short)m.Attempt).ToArray())
        .With("segment", QueueTables.Segment)
        .With("owner", lease.Owner);

    /// <summary>The removal of all that a lease holds, or the end of the transaction.</summary>
    public static BoundStatement Acknowledge(this Lease lease) => QueueTables.Of(lease.Queue).Acknowledge.Bind(lease);
}
