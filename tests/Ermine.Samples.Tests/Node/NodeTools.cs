using System.Diagnostics;
using Ermine.Samples.Tests.Processes;

namespace Ermine.Samples.Tests.Node;

/// <summary>The Node.js programs and libraries that others wrote, and that Ermine is checked by: installed once for a checkout from their lock file.</summary>
internal static class NodeTools
{
    private static readonly string Ending = OperatingSystem.IsWindows() ? ".cmd" : "";
    private static readonly string Source = Path.Combine(Checkout.Root, "tests", "Ermine.Samples.Tests", "Node");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>The folder that they run in.</summary>
    public static string Folder { get; } = Path.Combine(Checkout.Root, "artifacts", "node");

    /// <summary>Whether they can be had.</summary>
    public static bool AreHere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, $"npm{Ending}")));

    /// <summary>Begins to install them, for the tests that ask for them later: it takes a minute, and most of that is waiting for the registry.</summary>
    public static void Begin()
    {
        if (AreHere) _ = Installed.Value;
    }

    /// <summary>Waits until they are installed, for whoever makes something that a minute would spoil.</summary>
    public static Task ReadyAsync() => Installed.Value;

    /// <summary>Runs one to its end; answers its exit code and what it printed.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string tool, params string[] arguments) => await EndAsync(await StartInfoAsync(tool, arguments));

    /// <summary>Runs a script of this folder, which may import what is installed, to its end; answers its exit code and what it printed.</summary>
    public static async Task<(int Code, string Output, string Errors)> ScriptAsync(string script, params string[] arguments) => await EndAsync(await ScriptInfoAsync(script, arguments));

    /// <summary>How a script of this folder is started, once what it may import is installed.</summary>
    public static async Task<ProcessStartInfo> ScriptInfoAsync(string script, params string[] arguments)
    {
        await Installed.Value;
        return Command.StartInfo(Folder, "node", [script, .. arguments]);
    }

    /// <summary>How one is started, once all are installed.</summary>
    public static async Task<ProcessStartInfo> StartInfoAsync(string tool, params string[] arguments)
    {
        await Installed.Value;
        var start = Command.StartInfo(Folder, Path.Combine(Folder, "node_modules", ".bin", tool + Ending), arguments);
        start.Environment["REDOCLY_TELEMETRY"] = "off";
        start.Environment["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true";
        return start;
    }

    private static async Task InstallAsync()
    {
        Directory.CreateDirectory(Folder);
        var stamp = Path.Combine(Folder, "installed.txt");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        foreach (var file in Directory.EnumerateFiles(Source)) File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted) return;

        await Command.RunAsync(Folder, $"npm{Ending}", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
        await File.WriteAllTextAsync(stamp, wanted);
    }

    private static async Task<(int Code, string Output, string Errors)> EndAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
