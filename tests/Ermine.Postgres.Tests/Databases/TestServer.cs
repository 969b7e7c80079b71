using Ermine.Postgres.Development;
using Npgsql;

namespace Ermine.Postgres.Tests.Databases;

/// <summary>The PostgreSQL that all tests of this process share; released when the process ends.</summary>
internal static class TestServer
{
    private static readonly Lazy<Task<DevelopmentServer>> Server = new(AcquireAsync);

    /// <summary>The address of a database on it.</summary>
    public static async Task<string> AddressOfAsync(string database)
    {
        var server = await Server.Value;
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString;
    }

    /// <summary>Runs a statement that makes or drops a database.</summary>
    public static async Task RunAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(await AddressOfAsync("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<DevelopmentServer> AcquireAsync()
    {
        var server = await DevelopmentServer.AcquireAsync(AppContext.BaseDirectory, Console.Error.WriteLine, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }
}
