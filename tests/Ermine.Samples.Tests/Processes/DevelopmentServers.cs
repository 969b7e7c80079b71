using Ermine.Postgres.Development;

namespace Ermine.Samples.Tests.Processes;

/// <summary>The development servers of apps in a temporary folder.</summary>
internal static class DevelopmentServers
{
    /// <summary>Stops those that apps which were killed have left running, and removes data that lies outside of the folder, as that of root's apps does.</summary>
    public static async Task RemoveBelowAsync(string folder)
    {
        foreach (var owner in Directory.GetDirectories(folder, ".ermine", SearchOption.AllDirectories).Select(path => new ErmineFolder(Path.GetDirectoryName(path)!)))
        {
            if (await RunningServer.FindAsync(owner, CancellationToken.None) is { } left) await ServerControl.StopAsync(left, CancellationToken.None);
            if (Directory.Exists(owner.Elsewhere)) Directory.Delete(owner.Elsewhere, recursive: true);
        }
    }
}
