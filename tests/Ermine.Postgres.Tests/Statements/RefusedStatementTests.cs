using Ermine.Postgres.Connections;
using Ermine.Postgres.Statements;
using Ermine.Postgres.Tests.Databases;
using Npgsql;

namespace Ermine.Postgres.Tests.Statements;

/// <summary>A statement that the database refuses, and the next one on the same connection.</summary>
public sealed class RefusedStatementTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        _source = NpgsqlDataSource.Create(ConnectionSettings.Completed(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { MaxPoolSize = 1 }, "tests"));
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task It_spoils_no_other_that_comes_after_it()
    {
        await TakeAsync("rate");

        await Assert.ThrowsAsync<PostgresException>(() => TakeAsync("ra\0te")); // the second time is when Npgsql prepares it

        Assert.Equal(1, Assert.Single(await TakeAsync("rate")));
    }

    // It answers with a row, whatever there is; without one, nothing is spoiled.
    private Task<IReadOnlyList<int>> TakeAsync(string name) => _source.ReadAsync(
        Statement.In("Queues/take_rate.sql").Bind().With("name", name).With("per_second", 1.0).With("most", 10).With("wanted", 1), reader => reader.GetInt32(0), CancellationToken.None);
}
