using Npgsql;

namespace Ermine.Postgres.Statements;

/// <summary>Statements that go to the server together, in one round trip and one transaction.</summary>
internal static class Batches
{
    private static readonly Statement PlanByKey = Statement.In("Statements/plan_by_key.sql");
    private static readonly Statement MayBeLost = Statement.In("Statements/may_be_lost.sql");

    /// <summary>A batch of statements over queue tables.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="mayBeLost">Whether a crash of the server may forget it, so that its commit need not wait for the disk.</param>
    /// <param name="statements">The statements.</param>
    public static NpgsqlBatch QueueBatch(this NpgsqlConnection connection, bool mayBeLost, IEnumerable<BoundStatement> statements)
    {
        var batch = connection.CreateBatch();
        batch.BatchCommands.Add(PlanByKey.Bind().ToBatchCommand());
        if (mayBeLost) batch.BatchCommands.Add(MayBeLost.Bind().ToBatchCommand());
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToBatchCommand());
        return batch;
    }

    /// <summary>What <see cref="QueueBatch"/> puts first, for batches of others.</summary>
    public static BoundStatement Preamble() => PlanByKey.Bind();
}
