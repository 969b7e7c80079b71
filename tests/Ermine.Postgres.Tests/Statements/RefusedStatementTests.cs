using Ermine.Postgres.Connections;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Statements;
using Ermine.Postgres.Tests.Databases;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Tests.Statements;

/// <summary>A statement that the database refuses, and the next one on the same connection.</summary>
public sealed class RefusedStatementTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        await _database.RunAsync("select ermine.create_queue('refusing')");
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
        await AskAsync("kind");

        await Assert.ThrowsAsync<PostgresException>(() => AskAsync("ki\0nd")); // the second time is when Npgsql prepares it

        Assert.Empty(await AskAsync("kind"));
    }

    private Task<IReadOnlyList<long>> AskAsync(string fingerprint)
    {
        var letters = QueueTables.Of("refusing").DeadList.Bind().With("fingerprint", fingerprint, NpgsqlDbType.Text).With("after", 0L).With("id", null as long?, NpgsqlDbType.Bigint)
            .With("before", null as DateTimeOffset?, NpgsqlDbType.TimestampTz).With("limit", 10).With("whole", false);
        return _source.ReadAsync(letters, reader => reader.GetInt64(0), CancellationToken.None);
    }
}
