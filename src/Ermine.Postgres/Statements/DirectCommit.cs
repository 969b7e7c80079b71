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
            BoundStatement[] all = [.. statements];
            await using var connection = await source.OpenConnectionAsync(ct);
            await using var batch = connection.Batch(all);
            sent = true;
            await connection.RunAsync(() => Array.Exists(all, s => s.Reader is not null) ? ReadAsync(batch, all, ct) : batch.ExecuteNonQueryAsync(ct));
        }
        catch (Exception e) when (CommitFailures.Translate(e, maybeCommitted: sent) is { } failure)
        {
            throw failure;
        }
    }

    // Which of the others answer with rows is nobody's business: what is read says so by the name of its first column.
    private static async Task<int> ReadAsync(NpgsqlBatch batch, BoundStatement[] statements, CancellationToken ct)
    {
        var read = new Queue<BoundStatement>(statements.Where(s => s.Reader is not null));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        do
        {
            if (read.TryPeek(out var next) && reader.FieldCount > 0 && reader.GetName(0) == BoundStatement.FirstRead) await read.Dequeue().Reader!(reader, ct);
        }
        while (await reader.NextResultAsync(ct));
        return read.Count == 0 ? reader.RecordsAffected : throw new InvalidOperationException($"{read.Peek().Statement.File} has not answered.");
    }
}
