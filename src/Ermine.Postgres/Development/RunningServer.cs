using Npgsql;

namespace Ermine.Postgres.Development;

/// <summary>A server that runs on a checkout's data.</summary>
/// <param name="Cluster">Its files.</param>
/// <param name="Binaries">The programs it runs from.</param>
/// <param name="Port">The port it listens on, on the loopback only.</param>
internal sealed record RunningServer(Cluster Cluster, PostgresBinaries Binaries, int Port)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The connection string of one of its databases, for the role that owns everything.</summary>
    public string ConnectionStringTo(string database)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = Cluster.Role,
            Password = File.ReadAllText(Cluster.Password),
            Database = database,
            SslMode = SslMode.Disable, // the server has neither, and asking costs a round trip each
            GssEncryptionMode = GssEncryptionMode.Disable,
            IncludeErrorDetail = true,
        };
        if (Cluster.Major >= 14 && !OperatingSystem.IsWindows()) // the server learns within a second that a client was killed
            builder.Options = "-c client_connection_check_interval=1000";
        return builder.ConnectionString;
    }

    /// <summary>The server that answers on the data of the folder; null when there is none.</summary>
    /// <exception cref="PostgresUnavailableException">One runs, but does not let us in.</exception>
    public static async Task<RunningServer?> FindAsync(ErmineFolder folder, CancellationToken ct)
    {
        foreach (var cluster in folder.Clusters())
        {
            if (PostmasterFile.ReadRunning(cluster) is { } file
                && ServerRecord.Read(cluster.Record) is { } record
                && File.Exists(cluster.Password)
                && new RunningServer(cluster, record.Binaries, file.Port) is var server
                && await server.AnswersAsync(ct))
                return server;
        }

        return null;
    }

    // A server may be found while it recovers or shuts down, its starter or stopper having been killed: then its end, or its answer, is awaited.
    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (PostmasterFile.ReadRunning(Cluster) is not null)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionStringTo("postgres") + ";Pooling=false;Timeout=5");
                await connection.OpenAsync(ct);
                return true;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
            {
                throw new PostgresUnavailableException(
                    $"PostgreSQL runs on {Cluster.Data} but refuses the password in {Cluster.Password}. Stop it with "
                    + $"'{Binaries.Program("pg_ctl")} stop -D {Cluster.Data}', then delete both to start with an empty database.", e);
            }
            catch (PostgresException e) when (e.SqlState is not PostgresErrorCodes.CannotConnectNow)
            {
                return true; // it refuses this connection only, say for having too many: it runs
            }
            catch (NpgsqlException e) when (TimeProvider.System.GetElapsedTime(since) > Limit)
            {
                throw new PostgresUnavailableException(
                    $"PostgreSQL runs on {Cluster.Data} but has not let anybody in for {Limit.TotalSeconds:0} s. "
                    + $"See {Cluster.Log}; stop it with '{Binaries.Program("pg_ctl")} stop -m immediate -D {Cluster.Data}', then start again.", e);
            }
            catch (NpgsqlException) // not yet, or no longer
            {
                await Task.Delay(Pause, ct);
            }
        }

        return false;
    }
}
