namespace Ermine.Postgres.Development;

/// <summary>A folder in the cache that is made once per machine and is either whole or absent.</summary>
internal static class CachedFolder
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(6);

    /// <summary>The folder of that name, made if absent: beside its place and under a lock, then renamed, so that nobody sees half of it.</summary>
    /// <param name="cache">The user's cache; created if absent.</param>
    /// <param name="name">The folder's name, which says everything that its content depends on.</param>
    /// <param name="makeAsync">Fills the empty folder that it is given.</param>
    /// <param name="ct">Ends the wait or the making.</param>
    /// <exception cref="PostgresUnavailableException">Another process has been making the same folder for too long.</exception>
    public static async Task<string> GetAsync(string cache, string name, Func<string, Task> makeAsync, CancellationToken ct)
    {
        var folder = Path.Combine(cache, name);
        if (Directory.Exists(folder))
            return folder;

        Directory.CreateDirectory(cache);
        if (Account.IsNeeded)
            File.SetUnixFileMode(cache, (UnixFileMode)0b111_101_101); // the unprivileged account runs what lies here

        using var making = await FileLock.OwnAsync(folder + ".lock", Limit, onWait: null, ct)
            ?? throw new PostgresUnavailableException(
                $"Another process has been preparing {folder} for {Limit.TotalMinutes:0} minutes. End it, then start again.");
        if (Directory.Exists(folder))
            return folder;

        var half = folder + ".new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true); // left by a process that was killed
        Directory.CreateDirectory(half);
        await makeAsync(half);
        Directory.Move(half, folder);
        return folder;
    }
}
