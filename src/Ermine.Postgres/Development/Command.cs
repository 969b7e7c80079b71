using System.ComponentModel;
using System.Diagnostics;

namespace Ermine.Postgres.Development;

/// <summary>Runs a program to its end, with no terminal and nothing of ours left open in it.</summary>
internal static class Command
{
    // Other shells than bash read a descriptor of two digits as a word.
    private const string CloseInherited = """
        for file in /dev/fd/*; do
            fd=${file##*/}
            case $fd in
                [0-2]) ;;
                [3-9]) eval "exec $fd>&-" ;;
                *) [ -z "$BASH_VERSION" ] || eval "exec $fd>&-" ;;
            esac
        done
        exec "$@"
        """;

    private static readonly string Shell = File.Exists("/bin/bash") ? "/bin/bash" : "/bin/sh";

    /// <summary>Runs a program and collects what it writes; a failure of any kind is a value.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="folder">The folder to run it in, which an unprivileged account must be able to enter.</param>
    /// <param name="limit">After this long the program and its children are ended.</param>
    /// <param name="ct">Ends the program and its children.</param>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> words, string folder, TimeSpan limit, CancellationToken ct)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!TryStart(start, out var process, out var failure))
            return failure;

        using (process)
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            return await EndAsync(process, limit, ct) is { } exitCode
                ? new(exitCode, await output + await errors)
                : TookTooLong(words, limit);
        }
    }

    /// <summary>Runs a program that leaves a server behind, so that the server holds none of this process's handles.</summary>
    /// <remarks>
    /// Who waits for the end of a pipe, as many tools do for the end of <c>dotnet test</c>, would else wait for the server's end.
    /// Unix: <c>pg_ctl -l</c> gives the server the log and /dev/null, .NET's own descriptors close on exec, and the shell closes what
    /// this process inherited beyond the first three. Windows: a child inherits every inheritable handle, but not through ShellExecute,
    /// which also gives it a console of its own, out of reach of Ctrl+C; its output is lost.
    /// </remarks>
    public static async Task<CommandResult> RunLauncherAsync(IReadOnlyList<string> words, string folder, TimeSpan limit, CancellationToken ct)
    {
        if (!OperatingSystem.IsWindows())
            return await RunAsync([Shell, "-c", CloseInherited, "launch", .. words], folder, limit, ct);

        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = true,
            WindowStyle = ProcessWindowStyle.Hidden,
        };
        if (!TryStart(start, out var process, out var failure))
            return failure;

        using (process)
            return await EndAsync(process, limit, ct) is { } exitCode ? new(exitCode, "") : TookTooLong(words, limit);
    }

    private static bool TryStart(ProcessStartInfo start, out Process process, out CommandResult failure)
    {
        failure = new(-1, "");
        try
        {
            process = Process.Start(start)!;
            return true;
        }
        catch (Win32Exception e) // no such program, or no right to run it: the caller says what that means
        {
            process = null!;
            failure = new(-1, e.Message);
            return false;
        }
    }

    private static async Task<int?> EndAsync(Process process, TimeSpan limit, CancellationToken ct)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timer.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static CommandResult TookTooLong(IReadOnlyList<string> words, TimeSpan limit) =>
        new(-1, $"{words[0]} did not end within {limit.TotalSeconds:0} s");
}
