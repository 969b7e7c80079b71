using Ermine.Kernel;
using Ermine.Postgres.Development;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ermine.Postgres.Connections;

/// <summary>Finds the app's database: the one that <c>ConnectionStrings:ermine</c> names, or, in Development, one of the private server.</summary>
/// <remarks>The host begins the search before it has made its services, and waits for it before anything starts. A service that asks from its constructor waits for it.</remarks>
internal sealed class DatabaseAccess(IConfiguration configuration, IHostEnvironment environment, IHostApplicationLifetime lifetime, ILoggerFactory logs) : IAsyncDisposable
{
    /// <summary>The name of the connection string.</summary>
    public const string Name = "ermine";

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _disposed = new();
    private Task<Database>? _found;
    private Task<string>? _reached;
    private DevelopmentServer? _server;

    /// <summary>The database, found when first asked for.</summary>
    /// <exception cref="ErmineStartupException">There is none; the message says what to do.</exception>
    public Task<Database> FindAsync()
    {
        lock (_lock) return _found ??= Task.Run(SearchAsync);
    }

    /// <summary>The version of its server, asked over the first connection, which is opened when first asked for.</summary>
    /// <exception cref="ErmineStartupException">There is no database, it cannot be reached, or it does not let us in; the message says what to do.</exception>
    public Task<string> ReachAsync()
    {
        lock (_lock) return _reached ??= Task.Run(async () => await Reachability.CheckAsync(await FindAsync(), _disposed.Token));
    }

    /// <summary>The database, waited for by a service that asks before the host has found it.</summary>
    /// <exception cref="ErmineStartupException">There is none; the message says what to do.</exception>
    public Database Found => FindAsync().GetAwaiter().GetResult();

    /// <summary>Closes all connections, then gives back the share in the development server, if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        // Another part of the start may have failed while these two are under way. The connection is not waited for: with a server that does
        // not answer, Npgsql goes on negotiating until its timeout.
        await _disposed.CancelAsync();
        if (_found is not null) await ((Task)_found).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_found is { IsCompletedSuccessfully: true }) await (await _found).Source.DisposeAsync();
        if (Interlocked.Exchange(ref _server, null) is { } server) await server.DisposeAsync();
    }

    private async Task<Database> SearchAsync()
    {
        if (configuration.GetConnectionString(Name) is { Length: > 0 } configured) return Open(configured, $"ConnectionStrings:{Name}", null);

        if (!environment.IsDevelopment())
        {
            throw new ErmineStartupException(
                $"No database is configured, and the environment is {environment.EnvironmentName}, where none starts by itself. "
                + $"Set ConnectionStrings:{Name} (as an environment variable: ConnectionStrings__{Name}) to, for example, \"Host=localhost;Database=app;Username=app;Password=...\"; "
                + "or set DOTNET_ENVIRONMENT=Development to use a private PostgreSQL.");
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, _disposed.Token);
        var log = logs.CreateLogger<DatabaseAccess>();
        _server = await DevelopmentServer.AcquireAsync(environment.ContentRootPath, text => DatabaseLog.Progress(log, text), either.Token);
        var address = await _server.ConnectionStringForAsync(DatabaseName(environment.ApplicationName), either.Token);
        return Open(address, $"Development, and no ConnectionStrings:{Name}", _server.Description);
    }

    private Database Open(string connectionString, string why, string? description)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException e)
        {
            throw new ErmineStartupException($"ConnectionStrings:{Name} is no connection string: {e.Message}", e); // it names the keyword, never a value
        }

        var source = new NpgsqlDataSourceBuilder(ConnectionSettings.Completed(settings, environment.ApplicationName)).UseLoggerFactory(logs).Build();
        return new Database(source, $"database {settings.Database ?? settings.Username} on {settings.Host}:{settings.Port} as user {settings.Username}", why, description);
    }

    private static string DatabaseName(string application) =>
        string.Concat(application.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')) is { Length: > 0 } name ? name : "app";
}
