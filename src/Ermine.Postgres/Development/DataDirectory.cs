namespace Ermine.Postgres.Development;

/// <summary>Makes the data directory of a checkout, or checks the one that is there.</summary>
internal static class DataDirectory
{
    /// <summary>Ensures that the cluster has data of its own major version, and its password.</summary>
    /// <exception cref="PostgresUnavailableException">What is there is no data directory, is of another version, or has lost its password.</exception>
    public static async Task EnsureAsync(
        Cluster cluster, PostgresBinaries binaries, Account? account, string cache, Action<string> progress, CancellationToken ct)
    {
        if (Directory.Exists(cluster.Data))
            Check(cluster);
        else
            await MakeAsync(cluster, binaries, account, cache, progress, ct);
    }

    private static void Check(Cluster cluster)
    {
        var version = Path.Combine(cluster.Data, "PG_VERSION");
        if (!File.Exists(version))
            throw new PostgresUnavailableException(
                $"{cluster.Data} is not a data directory that this user can read. Move it away, or delete it to start with an empty database.");

        var major = File.ReadAllText(version).Trim();
        if (major != $"{cluster.Major}")
            throw new PostgresUnavailableException(
                $"{cluster.Data} was made by PostgreSQL {major}, which PostgreSQL {cluster.Major} cannot read. "
                + $"Rename it to {Cluster.Prefix}{major} to keep it for that version, or delete it to start with an empty database.");
        if (!File.Exists(cluster.Password))
            throw new PostgresUnavailableException(
                $"{cluster.Password} is missing, and without it nobody can log in. Put it back, or delete {cluster.Data} to start with an empty database.");
    }

    // Copied beside its place and renamed last, so that a process killed half-way leaves nothing that looks like data.
    private static async Task MakeAsync(
        Cluster cluster, PostgresBinaries binaries, Account? account, string cache, Action<string> progress, CancellationToken ct)
    {
        var template = await TemplateCluster.GetAsync(cache, binaries, account, progress, ct);
        var half = cluster.Data + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);

        Directory.CreateDirectory(cluster.Root);
        PrivateFile.CopyFolder(TemplateCluster.DataIn(template), half);
        PrivateFile.Write(cluster.Password, File.ReadAllText(TemplateCluster.PasswordIn(template)));
        if (account is not null)
            await account.GiveAsync([half], ct);
        Directory.Move(half, cluster.Data);
    }
}
