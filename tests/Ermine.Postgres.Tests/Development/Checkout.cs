using System.Diagnostics;
using Ermine.Postgres.Development;

namespace Ermine.Postgres.Tests.Development;

/// <summary>A checkout of its own in a temporary folder; ends with whatever still runs on it.</summary>
internal sealed class Checkout : IAsyncDisposable
{
    /// <summary>A checkout that every account can enter, or, as a root user's home, only its owner.</summary>
    public Checkout(string cache, bool secret = false)
    {
        Path = Directory.CreateTempSubdirectory("ermine-checkout-").FullName;
        if (!secret && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
        Directory.CreateDirectory(System.IO.Path.Combine(Path, ".git"));
        Places = SearchPlaces.OfThisMachine() with { Cache = cache };
    }

    public string Path { get; }

    public SearchPlaces Places { get; init; }

    public List<string> Progress { get; } = [];

    public Task<DevelopmentServer> AcquireAsync() => DevelopmentServer.AcquireAsync(Path, Places, Progress.Add, CancellationToken.None);

    /// <summary>The data directory of the only cluster.</summary>
    public Cluster Cluster => Assert.Single(ErmineFolder.Of(Path).Clusters());

    /// <summary>The process id of the checkout's server; 0 when none runs.</summary>
    public int Postmaster => PostmasterOf(Path);

    /// <summary>Waits until a server has ended; a zombie, whose command line is empty, has.</summary>
    public static async Task HasEndedAsync(int postmaster)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (CommandLineOf(postmaster).Length > 0)
            await Task.Delay(5, limit.Token);
    }

    public static int PostmasterOf(string checkout) =>
        ErmineFolder.Of(checkout).Clusters().Select(PostmasterFile.ReadRunning).FirstOrDefault(file => file is not null)?.Pid ?? 0;

    public async ValueTask DisposeAsync()
    {
        if (Postmaster is not 0 and var pid)
        {
            using var orphan = Process.GetProcessById(pid);
            orphan.Kill();
            await orphan.WaitForExitAsync();
        }

        Delete(Path);
        Delete(ErmineFolder.Of(Path).Elsewhere);
    }

    private static string CommandLineOf(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/cmdline");
        }
        catch (IOException) // there is no such process, or no longer
        {
            return "";
        }
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
