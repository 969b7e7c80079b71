using System.Diagnostics;

namespace Ermine.Samples.Tests.Processes;

/// <summary>A command as a user types it.</summary>
internal static class Command
{
    /// <summary>Runs it to its end and answers what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it printed.</exception>
    public static async Task<string> RunAsync(string folder, string command, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(folder, command, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var printed = await output + await errors;
        return process.ExitCode == 0 ? printed : throw new InvalidOperationException($"'{command} {string.Join(' ', arguments)}' ended with {process.ExitCode}:\n{printed}");
    }

    /// <summary>How it is started: as from a terminal of the user's, not as from this test run.</summary>
    public static ProcessStartInfo StartInfo(string folder, string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1"; // a build server that stays would hold the pipes of this command open
        foreach (var inherited in start.Environment.Keys.Where(IsOfThisTestRun).ToArray()) start.Environment.Remove(inherited);
        return start;
    }

    // What the runner of these tests sets for itself would change what a user's build does.
    private static bool IsOfThisTestRun(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.Ordinal) || variable.StartsWith("VSTEST", StringComparison.Ordinal) || variable is "CI" or "DOTNET_HOST_PATH";
}
