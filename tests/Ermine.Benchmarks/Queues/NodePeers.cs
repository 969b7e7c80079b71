namespace Ermine.Benchmarks.Queues;

/// <summary>Installs the peers that are Node.js programs under <c>artifacts/bench</c>, from the lock file.</summary>
internal static class NodePeers
{
    private static readonly string Npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>The words that start the program.</summary>
    public static async Task<IReadOnlyList<string>> InstallAsync(string folder, CancellationToken ct)
    {
        var installed = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "bench", "queue-peers")).FullName;
        var isSame = File.Exists(LockOf(Path.Combine(installed, "node_modules"))) && await File.ReadAllTextAsync(LockOf(installed), ct) == await File.ReadAllTextAsync(LockOf(folder), ct);
        foreach (var file in Directory.EnumerateFiles(folder)) File.Copy(file, Path.Combine(installed, Path.GetFileName(file)), overwrite: true);
        if (!isSame) await Tool.RunAsync([Npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], installed, ct);
        return [Node(installed), Path.Combine(installed, "peer.mjs")];
    }

    // npm leaves its own lock file in the folder when it has installed everything.
    private static string LockOf(string folder) => Path.Combine(folder, Path.GetFileName(folder) == "node_modules" ? ".package-lock.json" : "package-lock.json");

    // The peers need a newer Node.js than many a system has: it comes with them where there is a package of it.
    private static string Node(string installed) =>
        Directory.EnumerateDirectories(Path.Combine(installed, "node_modules"), "node-*").Select(d => Path.Combine(d, "bin", "node")).FirstOrDefault(File.Exists) ?? "node";
}
