using Npgsql;

namespace Ermine.Postgres.Development;

/// <summary>A database of an app's own on the development server.</summary>
internal static class DevelopmentDatabase
{
    private const string Statement = "Development/create_database.sql";

    /// <summary>Creates the database if absent, and returns its name as the server keeps it.</summary>
    public static async Task<string> EnsureAsync(NpgsqlConnection connection, string database, CancellationToken ct)
    {
        var (name, creation) = await AskAsync(connection, database, ct);
        if (creation is null)
            return name;

        try
        {
            await using var create = new NpgsqlCommand(creation, connection);
            await create.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else created it in between, which is as good.
        }

        return name;
    }

    private static async Task<(string Name, string? Creation)> AskAsync(NpgsqlConnection connection, string database, CancellationToken ct)
    {
        using var text = new StreamReader(typeof(DevelopmentDatabase).Assembly.GetManifestResourceStream(Statement)!);
        await using var ask = new NpgsqlCommand(await text.ReadToEndAsync(ct), connection);
        ask.Parameters.AddWithValue("name", database);
        await using var answer = await ask.ExecuteReaderAsync(ct);
        await answer.ReadAsync(ct);
        return (answer.GetString(0), await answer.IsDBNullAsync(1, ct) ? null : answer.GetString(1));
    }
}
