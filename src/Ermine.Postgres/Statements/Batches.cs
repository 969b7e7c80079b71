using System.Data;
using Npgsql;

namespace Ermine.Postgres.Statements;

/// <summary>Statements that go to the server together, in one round trip and one transaction.</summary>
internal static class Batches
{
    private static readonly Statement PlanByKey = Statement.In("Statements/plan_by_key.sql");
    private static readonly Statement MayBeLost = Statement.In("Statements/may_be_lost.sql");

    /// <summary>A batch of statements.</summary>
    public static NpgsqlBatch Batch(this NpgsqlConnection connection, IEnumerable<BoundStatement> statements)
    {
        var batch = connection.CreateBatch();
        foreach (var statement in statements) batch.BatchCommands.Add(statement.ToBatchCommand());
        return batch;
    }

    /// <summary>Runs statements. What the connection has prepared is forgotten where the database refuses one.</summary>
    /// <remarks>A statement that answers with rows, and fails while Npgsql prepares it by itself, at its second use, would stay prepared without
    /// anybody knowing its columns, and its third use break the connection of somebody who has done nothing wrong (Npgsql issue 6391).</remarks>
    public static async Task<T> RunAsync<T>(this NpgsqlConnection connection, Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (PostgresException) when (connection.FullState == ConnectionState.Open)
        {
            connection.UnprepareAll(); // there is no asynchronous one
            throw;
        }
    }

    /// <summary>Statements that look for rows in queue tables, and before them the settings that they need. Sending looks for none.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="mayBeLost">Whether a crash of the server may forget it, so that its commit need not wait for the disk.</param>
    public static IEnumerable<BoundStatement> Planned(this IEnumerable<BoundStatement> statements, bool mayBeLost) =>
        mayBeLost ? [PlanByKey.Bind(), MayBeLost.Bind(), .. statements] : [PlanByKey.Bind(), .. statements];
}
