namespace Ermine.Postgres.Development;

/// <summary>
/// A lock on a file, shared or exclusive, between processes and within one. The system releases it when its process ends, however
/// that happens. On Unix it is <c>flock</c>, which .NET takes for a <see cref="FileShare"/> other than ReadWrite; on Windows, the share mode.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock beside others who share it; null when somebody holds it alone.</summary>
    public static FileLock? TryShare(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Takes the lock alone; null when anybody else holds it.</summary>
    public static FileLock? TryOwn(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Waits until the lock can be taken alone; null when the time ran out.</summary>
    /// <param name="path">The file, created if absent and never deleted, since a waiter may hold it open.</param>
    /// <param name="limit">How long to wait.</param>
    /// <param name="onWait">Called once, when the lock is held for more than a moment.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<FileLock?> OwnAsync(string path, TimeSpan limit, Action? onWait, CancellationToken ct)
    {
        var since = TimeProvider.System.GetTimestamp();
        var quiet = TimeSpan.FromSeconds(1);
        while (true)
        {
            if (TryOwn(path) is { } taken)
                return taken;

            var waited = TimeProvider.System.GetElapsedTime(since);
            if (waited > limit)
                return null;

            if (waited > quiet)
            {
                onWait?.Invoke();
                onWait = null;
            }

            await Task.Delay(Pause, ct);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(new FileStream(path, FileMode.OpenOrCreate, access, share, bufferSize: 0));
        }
        catch (IOException e) when (e.GetType() == typeof(IOException)) // a sharing violation; a missing folder is a subclass
        {
            return null;
        }
    }
}
