using Npgsql;

namespace Ermine.Postgres.Statements;

/// <summary>Statements that are asked by themselves, for people rather than for each message.</summary>
internal static class Reading
{
    /// <summary>The rows that a statement answers with.</summary>
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(this NpgsqlDataSource source, BoundStatement statement, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement.ToBatchCommand() } };
        return await connection.RunAsync(async () =>
        {
            await using var reader = await batch.ExecuteReaderAsync(ct);
            var rows = new List<T>();
            while (await reader.ReadAsync(ct)) rows.Add(read(reader));
            return rows;
        });
    }
}
