namespace Ermine.Postgres.Development;

/// <summary>The settings of a development server, in a file of their own that is written anew at each start.</summary>
internal static class ServerSettings
{
    private const string FileName = "ermine.conf";

    // Every acknowledged commit survives a kill -9 of the server (synchronous_commit); a crash of the machine may cost the data (fsync).
    // No sockets in the file system: their path may have 107 bytes, and a checkout's is often longer.
    private const string Text = """
        # Written by Ermine at each start. Your own settings belong at the end of postgresql.conf, where they win.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = 300
        shared_buffers = 64MB
        huge_pages = off
        fsync = off
        full_page_writes = off
        synchronous_commit = on
        wal_level = replica
        max_wal_size = 1GB
        checkpoint_timeout = 15min
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = off
        log_destination = 'stderr'
        log_line_prefix = '%m [%p] %d '

        """;

    /// <summary>Makes a fresh data directory read the settings.</summary>
    public static void Include(string data) => File.AppendAllText(Path.Combine(data, "postgresql.conf"), $"""

        include_if_exists '{FileName}'
        # Settings below this line win over Ermine's.

        """);

    /// <summary>Writes the settings, and returns the file's path.</summary>
    public static string Write(string data)
    {
        var path = Path.Combine(data, FileName);
        PrivateFile.Write(path, Text);
        return path;
    }
}
