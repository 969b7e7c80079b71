using Npgsql;

namespace Ermine.Testing.Databases;

/// <summary>Runs the statements of this folder. Names of databases cannot be parameters in SQL, so they are put into the text as quoted identifiers.</summary>
internal static class Sql
{
    public static async Task RunAsync(this NpgsqlConnection connection, string statement, CancellationToken ct, params (string Name, string Value)[] identifiers)
    {
        await using var command = new NpgsqlCommand(identifiers.Aggregate(Text(statement), (sql, i) => sql.Replace($":\"{i.Name}\"", $"\"{i.Value.Replace("\"", "\"\"")}\"")), connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<IReadOnlyList<string>> ListAsync(this NpgsqlConnection connection, string statement, CancellationToken ct, params (string Name, string Value)[] values)
    {
        await using var command = new NpgsqlCommand(Text(statement), connection);
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct)) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>A name as it may stand in an identifier: lower-case letters, digits and underscores, at most 30.</summary>
    public static string Identifier(string name)
    {
        var safe = string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return safe.Length <= 30 ? safe : safe[..30];
    }

    private static string Text(string statement)
    {
        using var stream = typeof(Sql).Assembly.GetManifestResourceStream($"Databases/{statement}.sql") ?? throw new InvalidOperationException($"There is no statement {statement}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
