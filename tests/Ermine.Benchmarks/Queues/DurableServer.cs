using System.Security.Cryptography;
using Ermine.Postgres.Development;

namespace Ermine.Benchmarks.Queues;

/// <summary>A PostgreSQL for one run, of which every commit reaches the disk; stopped and removed with its data afterwards.</summary>
internal sealed class DurableServer : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // What makes commits durable (fsync, full_page_writes, synchronous_commit) stays at its default, which is on.
    private const string Settings = """

        unix_socket_directories = ''
        max_connections = 300
        shared_buffers = 1GB
        max_wal_size = 4GB
        checkpoint_timeout = 15min
        lc_messages = 'C'

        """;

    private readonly RunningServer _server;
    private readonly int _postmaster;
    private int _databases;

    private DurableServer(RunningServer server)
    {
        _server = server;
        _postmaster = PostmasterFile.Read(server.Cluster)!.Pid;
    }

    /// <summary>The file that the server logs to.</summary>
    public string Log => _server.Cluster.Log;

    /// <summary>Its version.</summary>
    public string Version => _server.Binaries.Version;

    /// <summary>Processor time of all its processes so far.</summary>
    public TimeSpan ProcessorTime => ProcessTree.ProcessorTime(_postmaster);

    public string ConnectionStringTo(string database) => _server.ConnectionStringTo(database);

    /// <summary>A database without anything in it.</summary>
    /// <param name="options">Settings of its connections, as in <c>-c name=value</c>.</param>
    /// <param name="ct">Cancels the creation.</param>
    public Task<BenchDatabase> CreateDatabaseAsync(CancellationToken ct, string? options = null) => BenchDatabase.CreateAsync(this, $"bench_{++_databases}", options, ct);

    public static async Task<DurableServer> StartAsync(CancellationToken ct)
    {
        var binaries = await BinarySearch.FindAsync(SearchPlaces.OfThisMachine(), Console.Error.WriteLine, ct);
        var artifacts = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench")).FullName;
        var account = await Account.FindAsync(artifacts, ct);
        var parent = account is null || await account.CanEnterAsync(artifacts, ct) ? artifacts : Path.GetTempPath(); // root's checkout may be closed to the account
        var cluster = new Cluster(Path.Combine(parent, $"queues-{Environment.ProcessId}"), binaries.Major);
        try
        {
            await InitializeAsync(cluster, binaries, account, ct);
            return new DurableServer(await ServerControl.StartAsync(cluster, binaries, account, CancellationToken.None)); // half a start would leave a server behind
        }
        catch
        {
            Directory.Delete(cluster.Root, recursive: true);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        var stopped = await ServerControl.StopAsync(_server, CancellationToken.None);
        if (!stopped.Succeeded) throw new InvalidOperationException($"The server on {_server.Cluster.Data} did not stop: {stopped.LastLines()}");

        Directory.Delete(_server.Cluster.Root, recursive: true);
    }

    // The file of settings that ServerControl writes, of which one turns fsync off, is not included by this data directory.
    private static async Task InitializeAsync(Cluster cluster, PostgresBinaries binaries, Account? account, CancellationToken ct)
    {
        Directory.CreateDirectory(cluster.Root);
        PrivateFile.CreateFolder(cluster.Data);
        PrivateFile.Write(cluster.Password, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        if (account is not null) await account.GiveAsync([cluster.Data, cluster.Password], ct);
        string[] words =
        [
            binaries.Program("initdb"), "-D", cluster.Data, "-U", Cluster.Role, $"--pwfile={cluster.Password}",
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
        ];
        var result = await Command.RunAsync(Account.Under(account, words), binaries.Bin, Limit, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"initdb failed:\n{result.LastLines()}");

        await File.AppendAllTextAsync(Path.Combine(cluster.Data, "postgresql.conf"), Settings, ct);
    }
}
