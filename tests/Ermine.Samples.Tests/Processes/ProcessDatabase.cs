using Ermine.Postgres.Development;

namespace Ermine.Samples.Tests.Processes;

/// <summary>A new, empty database for an app that runs in a process of its own.</summary>
public sealed class ProcessDatabase : IAsyncDisposable
{
    private static int _made;

    private readonly DevelopmentServer _server;

    private ProcessDatabase(DevelopmentServer server, string connectionString) => (_server, ConnectionString) = (server, connectionString);

    /// <summary>Its address.</summary>
    public string ConnectionString { get; }

    /// <summary>Makes one on the checkout's development server.</summary>
    public static async Task<ProcessDatabase> CreateAsync()
    {
        var server = await DevelopmentServer.AcquireAsync(AppContext.BaseDirectory, Console.Error.WriteLine, CancellationToken.None);
        var name = $"test_{Environment.ProcessId}_p{Interlocked.Increment(ref _made)}";
        return new ProcessDatabase(server, await server.ConnectionStringForAsync(name, CancellationToken.None));
    }

    /// <summary>Lets go of the server. A database named so is dropped by the next test run that makes a template.</summary>
    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
