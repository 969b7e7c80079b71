using Npgsql;

namespace Ermine.Postgres.Development;

/// <summary>
/// A share in the private PostgreSQL of a checkout. The first user starts it, the last one out stops it; a server whose users were
/// killed is found by the next. Everything that starts or stops it happens under one exclusive file lock; users hold a shared one.
/// </summary>
internal sealed class DevelopmentServer : IAsyncDisposable
{
    private static readonly TimeSpan AcquireLimit = TimeSpan.FromMinutes(7);
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(15);
    private readonly ErmineFolder _folder;
    private readonly RunningServer _server;
    private readonly Action<string> _progress;
    private FileLock? _share;

    private DevelopmentServer(ErmineFolder folder, RunningServer server, FileLock share, bool started, Action<string> progress)
    {
        (_folder, _server, _share, _progress, Started) = (folder, server, share, progress, started);
        ConnectionString = server.ConnectionStringTo("postgres");
    }

    /// <summary>The connection string of the maintenance database, for a superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>What runs, from where, on which data and port; for one line of the app's log.</summary>
    public string Description
    {
        get
        {
            var outside = _server.Cluster.Root == _folder.Elsewhere;
            var data = outside ? _server.Cluster.Data : Path.GetRelativePath(_folder.Checkout, _server.Cluster.Data);
            var reason = outside ? " (root runs the app, and PostgreSQL's account cannot enter the checkout)" : "";
            return $"PostgreSQL {_server.Binaries.Version} from {_server.Binaries.Bin} ({_server.Binaries.Why}), data in {data}{reason}, port {_server.Port}";
        }
    }

    /// <summary>Whether this acquisition started the server; else it found it running.</summary>
    public bool Started { get; }

    /// <summary>Takes a share in the server of the checkout that holds the content root, starting it if it does not run.</summary>
    /// <param name="contentRoot">The app's content root; the server belongs to the nearest ancestor that has <c>.git</c>.</param>
    /// <param name="progress">Told of what takes long: fetching, preparing, waiting for another process.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <exception cref="PostgresUnavailableException">There is no server to be had; the message says why and what to do.</exception>
    public static Task<DevelopmentServer> AcquireAsync(string contentRoot, Action<string> progress, CancellationToken ct) =>
        AcquireAsync(contentRoot, SearchPlaces.OfThisMachine(), progress, ct);

    /// <inheritdoc cref="AcquireAsync(string, Action{string}, CancellationToken)"/>
    internal static async Task<DevelopmentServer> AcquireAsync(string contentRoot, SearchPlaces places, Action<string> progress, CancellationToken ct)
    {
        var folder = ErmineFolder.Of(contentRoot);
        try
        {
            folder.Create();
            using var starting = await FileLock.OwnAsync(folder.StartLock, AcquireLimit, () => progress("Waiting for another process that starts or stops PostgreSQL ..."), ct)
                ?? throw new PostgresUnavailableException($"Another process has been starting or stopping PostgreSQL in {folder.Path} for {AcquireLimit.TotalMinutes:0} minutes. End it, then start again.");
            return await AcquireAsync(folder, places, progress, ct);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PostgresUnavailableException(
                $"{e.Message} The folder {folder.Path} belongs to another user, perhaps since the app once ran as root, or cannot be written. Delete it, or mend its owner.", e);
        }
    }

    /// <summary>The connection string of a database of the app's own, which is created if absent; safe when several do so at once.</summary>
    /// <param name="database">The database's name; what exceeds PostgreSQL's 63 bytes is cut off.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task<string> ConnectionStringForAsync(string database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(ct);
        return _server.ConnectionStringTo(await DevelopmentDatabase.EnsureAsync(connection, database, ct));
    }

    /// <summary>Gives the share back; the last one out stops the server. A failure to stop is reported as progress: the next start finds the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _share, null) is not { } share)
            return;

        share.Dispose();

        // Whoever holds this lock for long is starting a server, so is a user himself and will be the last one out in our stead.
        using var stopping = await FileLock.OwnAsync(_folder.StartLock, ReleaseLimit, onWait: null, CancellationToken.None);
        if (stopping is null)
            return;

        // A process that is being forked holds copies of our locks until it executes: the lock is given a moment to become free.
        using var alone = await FileLock.OwnAsync(_folder.UsersLock, TimeSpan.FromMilliseconds(30), onWait: null, CancellationToken.None);
        if (alone is null || PostmasterFile.ReadRunning(_server.Cluster) is null)
            return;

        var stopped = await ServerControl.StopAsync(_server, CancellationToken.None);
        if (!stopped.Succeeded)
            _progress($"{Description} did not stop: {stopped.LastLines()}");
    }

    private static async Task<DevelopmentServer> AcquireAsync(ErmineFolder folder, SearchPlaces places, Action<string> progress, CancellationToken ct)
    {
        var share = FileLock.TryShare(folder.UsersLock)
            ?? throw new PostgresUnavailableException($"{folder.UsersLock} is locked by a program other than Ermine. End it, then start again.");
        try
        {
            var running = await RunningServer.FindAsync(folder, ct);
            var server = running ?? await StartAsync(folder, places, progress, ct);
            return new(folder, server, share, started: running is null, progress);
        }
        catch
        {
            share.Dispose(); // every failure gives the share back, then goes on
            throw;
        }
    }

    private static async Task<RunningServer> StartAsync(ErmineFolder folder, SearchPlaces places, Action<string> progress, CancellationToken ct)
    {
        var binaries = await BinarySearch.FindAsync(places, progress, ct);
        var cluster = new Cluster(folder.Path, binaries.Major);
        var account = await Account.FindAsync(cluster.Data, ct);
        if (account is not null && !await account.CanEnterAsync(folder.Path, ct))
            cluster = cluster with { Root = folder.Elsewhere };
        if (!Directory.Exists(cluster.Data) && folder.Clusters().FirstOrDefault() is { } other)
            progress($"{other.Data} belongs to PostgreSQL {other.Major} and stays as it is; PostgreSQL {cluster.Major} starts with an empty database.");
        await DataDirectory.EnsureAsync(cluster, binaries, account, places.Cache, progress, ct);
        return await ServerControl.StartAsync(cluster, binaries, account, ct);
    }
}
