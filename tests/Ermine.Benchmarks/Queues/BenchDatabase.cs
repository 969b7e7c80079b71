using Npgsql;

namespace Ermine.Benchmarks.Queues;

/// <summary>A database of its own for one measurement, dropped afterwards.</summary>
internal sealed class BenchDatabase(DurableServer server, string name, string? options) : IAsyncDisposable
{
    public string ConnectionString { get; } = new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(name)) { Options = options }.ConnectionString;

    /// <summary>What tells a process where it is: programs of .NET, of Ermine, of libpq's custom.</summary>
    public IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var address = new NpgsqlConnectionStringBuilder(ConnectionString);
            return new Dictionary<string, string>
            {
                ["QUEUE_DATABASE"] = ConnectionString,
                ["ConnectionStrings__ermine"] = ConnectionString,
                ["Ermine__Migrate"] = "auto",
                ["PGHOST"] = address.Host!,
                ["PGPORT"] = $"{address.Port}",
                ["PGUSER"] = address.Username!,
                ["PGPASSWORD"] = address.Password!,
                ["PGDATABASE"] = name,
            };
        }
    }

    /// <summary>Has statistics made and everything written to disk, so that what filled the queue does not weigh on what empties it.</summary>
    public async Task SettleAsync(CancellationToken ct)
    {
        await ExecuteAsync(ConnectionString, "analyze", ct);
        await ExecuteAsync(ConnectionString, "checkpoint", ct);
    }

    public static async Task<BenchDatabase> CreateAsync(DurableServer server, string name, string? options, CancellationToken ct)
    {
        await ExecuteAsync(server.ConnectionStringTo("postgres"), $"create database {name}", ct);
        return new BenchDatabase(server, name, options);
    }

    public async ValueTask DisposeAsync() =>
        await ExecuteAsync(server.ConnectionStringTo("postgres"), $"drop database {name} with (force)", CancellationToken.None);

    private static async Task ExecuteAsync(string connectionString, string statement, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(statement);
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync(ct);
    }
}
