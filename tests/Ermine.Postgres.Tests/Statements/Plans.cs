using System.Text.RegularExpressions;
using Npgsql;

namespace Ermine.Postgres.Tests.Statements;

/// <summary>What PostgreSQL plans for a statement whose parameters it does not know.</summary>
internal static partial class Plans
{
    /// <summary>Prepares a statement, and returns the lines of its generic plan.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(NpgsqlConnection connection, string text, IReadOnlyList<string> parameters)
    {
        // Nothing is known, except the segment: without it, every partition would be pruned before there is anything to see.
        var values = parameters.Count == 0 ? "" : $"({string.Join(", ", parameters.Select(p => p == "segment" ? "0" : "null"))})";
        await RunAsync(connection, $"prepare planned as {text}");
        try
        {
            return await LinesAsync(connection, $"explain (verbose, costs off) execute planned{values}");
        }
        finally
        {
            await RunAsync(connection, "deallocate planned"); // or the next test on the connection fails as well
        }
    }

    /// <summary>The conditions that call a clock for each row.</summary>
    public static IEnumerable<string> VolatileFilters(IEnumerable<string> plan) => plan.Where(line => VolatileFilter().IsMatch(line));

    /// <summary>The conditions that compare each row of one side with each of the other, as a join does that no index serves.</summary>
    public static IEnumerable<string> Joins(IEnumerable<string> plan) => plan.Where(line => line.Contains("Join Filter:", StringComparison.Ordinal));

    private static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(NpgsqlConnection connection, string question)
    {
        await using var command = new NpgsqlCommand(question, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    [GeneratedRegex(@"^\s*(\w+ )?(Filter|Cond):.*(clock_timestamp|now)\(\)")]
    private static partial Regex VolatileFilter();
}
