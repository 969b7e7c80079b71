using Ermine.Postgres.Development;
using Npgsql;

namespace Ermine.Testing.Databases;

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

    /// <summary>A connection for making and dropping databases.</summary>
    public static async Task<NpgsqlConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(await AddressOfAsync("postgres"));
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<DevelopmentServer> AcquireAsync()
    {
        var server = await DevelopmentServer.AcquireAsync(AppContext.BaseDirectory, Console.Error.WriteLine, CancellationToken.None);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return server;
    }
}
