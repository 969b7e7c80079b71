using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Ermine.Postgres.Development;
using Ermine.Samples.Tests.Processes;
using Npgsql;

namespace Ermine.Samples.Tests.Faults;

/// <summary>PgBouncer in transaction mode before a server: what one client does in its transactions goes over connections that it shares with all others.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    private readonly string _pidFile;
    private readonly Process _process;

    private PgBouncer(Process process, int port, string pidFile) => (_process, Port, _pidFile) = (process, port, pidFile);

    /// <summary>Where the program is; null where it is not installed.</summary>
    public static string? Program => Places.FirstOrDefault(File.Exists);

    /// <summary>The port that it listens on.</summary>
    public int Port { get; }

    public static async Task<PgBouncer> StartAsync(FaultServer server, string database)
    {
        var target = new NpgsqlConnectionStringBuilder(server.ConnectionStringTo(database));
        var (port, folder) = (FreePort.Prefer(null), Path.Combine(server.Folder, "pgbouncer"));
        Directory.CreateDirectory(folder);
        var (settings, pidFile) = (Path.Combine(folder, "pgbouncer.ini"), Path.Combine(folder, "pgbouncer.pid"));
        PrivateFile.Write(settings, $"""
            [databases]
            {database} = host=127.0.0.1 port={target.Port} user={target.Username} password={target.Password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {port}
            unix_socket_dir =
            auth_type = any
            pool_mode = transaction
            default_pool_size = 8
            max_client_conn = 500
            server_login_retry = 0.2
            pidfile = {pidFile}

            """);
        if (server.Account is { } account) await account.GiveAsync([folder], CancellationToken.None);
        string[] words = [.. Account.Under(server.Account, [Program!, "-q", settings])];
        var bouncer = new PgBouncer(Process.Start(new ProcessStartInfo(words[0], words[1..]))!, port, pidFile);
        await bouncer.UntilItListensAsync();
        return bouncer;
    }

    public async ValueTask DisposeAsync()
    {
        await Signal.SendAsync("KILL", int.Parse(await File.ReadAllTextAsync(_pidFile), CultureInfo.InvariantCulture));
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task UntilItListensAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (true)
        {
            await pace.WaitForNextTickAsync(patience.Token);
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", Port, patience.Token);
                return;
            }
            catch (SocketException)
            {
                // not yet
            }
        }
    }
}
