using Ermine.Postgres.Statements;
using Ermine.Postgres.Tests.Databases;
using Npgsql;

namespace Ermine.Postgres.Tests.Statements;

/// <summary>A real PostgreSQL with the queues <c>work</c> and <c>told</c>, and connections that plan as a node's do. Nothing is written here, so that all tests share it.</summary>
public sealed class StatementDatabase : IAsyncLifetime
{
    private TestDatabase _unseen = null!;
    private TestDatabase _seen = null!;

    /// <summary>To tables of which nothing is known.</summary>
    public NpgsqlConnection Connection { get; private set; } = null!;

    /// <summary>To tables that are known to be empty.</summary>
    public NpgsqlConnection ConnectionToEmpty { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (_unseen, Connection) = await CreateAsync();
        (_seen, ConnectionToEmpty) = await CreateAsync();
        await _seen.RunAsync("vacuum analyze ermine.work_ready, ermine.work_later, ermine.work_dead");
    }

    public async Task DisposeAsync()
    {
        await Connection.DisposeAsync();
        await ConnectionToEmpty.DisposeAsync();
        await _unseen.DisposeAsync();
        await _seen.DisposeAsync();
    }

    private static async Task<(TestDatabase Database, NpgsqlConnection Connection)> CreateAsync()
    {
        var database = await TestDatabase.MigratedAsync();
        await database.RunAsync("select ermine.create_queue('work'), ermine.create_queue('told')");
        var connection = await database.Source.OpenConnectionAsync();
        await using var settings = new NpgsqlCommand(Statement.In("Statements/plan_by_key.sql").Text.Replace("true", "false", StringComparison.Ordinal), connection);
        await settings.ExecuteNonQueryAsync();
        return (database, connection);
    }
}
