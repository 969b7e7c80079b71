using Ermine.Postgres.Development;
using Ermine.Samples.Tests.Processes;
using Npgsql;

namespace Ermine.Samples.Tests.Faults;

/// <summary>A PostgreSQL of the test's own, to be killed. What it has acknowledged survives that (synchronous_commit is on); only a crash of the machine would need fsync.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static int _made;

    private readonly Account? _account;
    private RunningServer _server;

    private FaultServer(RunningServer server, Account? account) => (_server, _account) = (server, account);

    /// <summary>Where it listens; another port may be found when it is started again.</summary>
    public int Port => _server.Port;

    /// <summary>Its first process, the parent of all others.</summary>
    public int Postmaster => PostmasterFile.Read(_server.Cluster)!.Pid;

    /// <summary>The folder of its files, which the account that it runs under may enter.</summary>
    public string Folder => _server.Cluster.Root;

    /// <summary>The account that it runs under; null for that of this process.</summary>
    public Account? Account => _account;

    public string ConnectionStringTo(string database) => _server.ConnectionStringTo(database) + ";Pooling=false";

    public static async Task<FaultServer> StartAsync()
    {
        var places = SearchPlaces.OfThisMachine();
        var binaries = await BinarySearch.FindAsync(places, Console.Error.WriteLine, CancellationToken.None);
        var cluster = new Cluster(Path.Combine(Path.GetTempPath(), $"ermine-faults-{Environment.ProcessId}-{Interlocked.Increment(ref _made)}"), binaries.Major);
        var account = await Account.FindAsync(cluster.Data, CancellationToken.None);
        try
        {
            await DataDirectory.EnsureAsync(cluster, binaries, account, places.Cache, Console.Error.WriteLine, CancellationToken.None);
            return new FaultServer(await ServerControl.StartAsync(cluster, binaries, account, CancellationToken.None), account);
        }
        catch
        {
            if (Directory.Exists(cluster.Root)) Directory.Delete(cluster.Root, recursive: true); // half a start leaves nothing behind
            throw;
        }
    }

    /// <summary>Makes a database.</summary>
    public Task CreateDatabaseAsync(string database) => ExecuteAsync("postgres", $"create database {database}");

    /// <summary>Kills the whole server, and starts it again when its orphans have gone.</summary>
    public async Task KillAsync()
    {
        await Signal.SendAsync("KILL", Postmaster);
        using var pace = new PeriodicTimer(Pace);
        while (PostmasterFile.ReadRunning(_server.Cluster) is not null) await pace.WaitForNextTickAsync();
        _server = await ServerControl.StartAsync(_server.Cluster, _server.Binaries, _account, CancellationToken.None);
    }

    /// <summary>Kills one process that serves a client, and waits until the server, which ends all others for it, has recovered.</summary>
    /// <returns>False where nobody is connected.</returns>
    public async Task<bool> KillBackendAsync(string database, Random random)
    {
        var backends = await ReadAsync(database, "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()", reader => reader.GetInt32(0));
        if (backends.Count == 0) return false;

        await Signal.SendAsync("KILL", backends[random.Next(backends.Count)]);
        await UntilItAnswersAsync(database);
        return true;
    }

    /// <summary>Lets no file of the server grow beyond a size, as if the disk were full then; null for no limit.</summary>
    /// <remarks>Half a page beyond the last whole one still fits, so that PostgreSQL sees a write that ends too early: for it that is a full disk (53100).</remarks>
    public async Task LimitFilesAsync(long? bytes)
    {
        var size = bytes is null ? "unlimited" : $"{bytes}";
        await LimitAsync(Postmaster, size); // first: whoever connects from now on has its limit
        foreach (var process in await ReadAsync("postgres", "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()", reader => reader.GetInt32(0)))
        {
            try
            {
                await LimitAsync(process, size);
            }
            catch (InvalidOperationException) when (!Directory.Exists($"/proc/{process}"))
            {
                // its client had gone already
            }
        }
    }

    public async Task ExecuteAsync(string database, string sql) => await ReadAsync(database, sql, _ => 0);

    public async Task<List<T>> ReadAsync<T>(string database, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var connection = new NpgsqlConnection(ConnectionStringTo(database));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await ServerControl.StopAsync(_server, CancellationToken.None);
        Directory.Delete(_server.Cluster.Root, recursive: true);
    }

    private Task LimitAsync(int process, string size)
    {
        string[] words = [.. Account.Under(_account, ["prlimit", $"--pid={process}", $"--fsize={size}:"])]; // root without CAP_SYS_RESOURCE may not, the account itself may
        return Processes.Command.RunAsync("/", words[0], words[1..]);
    }

    private async Task UntilItAnswersAsync(string database)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (true)
        {
            await pace.WaitForNextTickAsync(patience.Token);
            try
            {
                await ExecuteAsync(database, "select 1");
                return;
            }
            catch (NpgsqlException)
            {
                // it is still ending its processes, or recovers
            }
        }
    }
}
