using Ermine.Kernel;
using Npgsql;

namespace Ermine.Postgres.Statements;

/// <summary>Sends and an acknowledgement that no session carries: one round trip, which is one transaction.</summary>
internal static class DirectCommit
{
    /// <exception cref="CommitException">Nothing was recorded, or, if it says so, it is not known whether it was.</exception>
    public static async Task RunAsync(NpgsqlDataSource source, IEnumerable<BoundStatement> statements, CancellationToken ct)
    {
        var sent = false;
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var batch = connection.Batch(statements);
            sent = true;
            await connection.RunAsync(() => batch.ExecuteNonQueryAsync(ct));
        }
        catch (Exception e) when (CommitFailures.Translate(e, maybeCommitted: sent) is { } failure)
        {
            throw failure;
        }
    }
}
