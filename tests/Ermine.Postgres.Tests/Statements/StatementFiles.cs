using Ermine.Postgres.Statements;

namespace Ermine.Postgres.Tests.Statements;

/// <summary>The .sql files of Ermine.Postgres that are one statement each.</summary>
internal static class StatementFiles
{
    /// <summary>A definition, which PostgreSQL executes but does not prepare.</summary>
    public const string Definition = "Clock/set_offset.sql";

    public static IEnumerable<Statement> Prepared { get; } =
        [.. typeof(Statement).Assembly.GetManifestResourceNames().Where(f => f.EndsWith(".sql", StringComparison.Ordinal) && !IsMigration(f) && f != Definition).Select(Statement.In)];

    private static bool IsMigration(string file) => file.StartsWith("Migrations/0", StringComparison.Ordinal);
}
