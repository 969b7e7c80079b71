namespace Ermine.Postgres.Development;

/// <summary>Starts and stops a server with <c>pg_ctl</c>, which gives it a session of its own: Ctrl+C at the terminal does not reach it.</summary>
internal static class ServerControl
{
    private const int Attempts = 6;
    private const long LongestLog = 10_000_000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // What somebody else's port, or the last orphans of a killed server, make PostgreSQL say (lc_messages is C). Both pass.
    private static readonly string[] Passing = ["could not bind", "could not create any TCP/IP sockets", "is still in use"];

    /// <summary>Starts a server on data that is there, and returns when it accepts connections.</summary>
    /// <exception cref="PostgresUnavailableException">It did not start; the message ends with the tail of its log.</exception>
    public static async Task<RunningServer> StartAsync(Cluster cluster, PostgresBinaries binaries, Account? account, CancellationToken ct)
    {
        PostmasterFile.RemoveIfRecycled(cluster);
        var settings = ServerSettings.Write(cluster.Data);
        var logged = PrepareLog(cluster);
        if (account is not null)
            await account.GiveAsync([settings, cluster.Log], ct);
        var port = FreePort.Prefer(ServerRecord.Read(cluster.Record)?.Port);
        for (var attempt = 1; ; attempt++)
        {
            // The address stands here too, since here it wins over any setting: the server never listens beyond the loopback.
            string[] words =
            [
                binaries.Program("pg_ctl"), "start", "-D", cluster.Data, "-l", cluster.Log, "-s", "-w", "-t", $"{Limit.TotalSeconds - 10:0}",
                "-o", $"-p {port} -h 127.0.0.1",
            ];
            var result = await Command.RunLauncherAsync(Account.Under(account, words), binaries.Bin, Limit, ct);
            if (result.Succeeded)
            {
                new ServerRecord(binaries, port).Write(cluster.Record);
                return new(cluster, binaries, port);
            }

            var log = TextAfter(cluster.Log, logged);
            if (attempt == Attempts || !Passing.Any(words => log.Contains(words, StringComparison.Ordinal)))
                throw new PostgresUnavailableException(
                    $"PostgreSQL {binaries.Version} ({binaries.Bin}, {binaries.Why}) did not start on {cluster.Data}. Mend what its log names, or delete "
                    + $"that folder to start with an empty database. {result.LastLines(2)}\nThe end of {cluster.Log}:\n{CommandResult.LastLinesOf(log, 15)}");

            await Task.Delay(Pause, ct);
            port = FreePort.Prefer(port); // orphans hold memory and no port: it stays, since others know it
        }
    }

    /// <summary>Stops a server in fast mode: open transactions are rolled back, committed ones are safe. The answer says whether it did stop.</summary>
    public static async Task<CommandResult> StopAsync(RunningServer server, CancellationToken ct)
    {
        var account = await Account.FindAsync(server.Cluster.Data, ct);
        string[] words = [server.Binaries.Program("pg_ctl"), "stop", "-D", server.Cluster.Data, "-m", "fast", "-s", "-w", "-t", $"{Limit.TotalSeconds - 10:0}"];
        return await Command.RunAsync(Account.Under(account, words), server.Binaries.Bin, Limit, ct);
    }

    // It exists before the server starts, whose account may not create files beside the data; it begins anew when it has become long.
    private static long PrepareLog(Cluster cluster)
    {
        var log = new FileInfo(cluster.Log);
        if (log.Exists && log.Length < LongestLog)
            return log.Length;

        PrivateFile.Write(cluster.Log, "");
        return 0;
    }

    private static string TextAfter(string path, long offset)
    {
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Min(offset, file.Length);
        return new StreamReader(file).ReadToEnd();
    }
}
