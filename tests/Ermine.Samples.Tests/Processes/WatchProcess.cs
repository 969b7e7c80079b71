using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Ermine.Samples.Tests.Processes;

/// <summary>An app under <c>dotnet watch</c>.</summary>
public sealed partial class WatchProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5); // each step builds, beside whatever else the machine does
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100); // asking without pause would slow the build that is waited for

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private WatchProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
    }

    /// <summary>All that the watch and the app have printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>How often the app has started.</summary>
    public int Starts => ApiAddress().Count(Output);

    /// <summary>Watches a project; what it starts listens where the system finds a port.</summary>
    public static WatchProcess Start(string project, string connectionString)
    {
        var start = Command.StartInfo(project, "dotnet", "watch", "--", "--urls=http://127.0.0.1:0");
        start.Environment["ConnectionStrings__ermine"] = connectionString;
        start.Environment["DOTNET_USE_POLLING_FILE_WATCHER"] = "1"; // a machine has few of the other kind, and all of its users share them
        var watch = new WatchProcess(new Process { StartInfo = start });
        watch._process.Start();
        watch._process.BeginOutputReadLine();
        watch._process.BeginErrorReadLine();
        return watch;
    }

    /// <summary>Asks the app that runs now until it answers as it should.</summary>
    /// <exception cref="InvalidOperationException">It did not in time; the message holds what was printed.</exception>
    public async Task UntilAsync(string fact, Func<HttpClient, Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(Pace);
        while (!patience.IsCancellationRequested && !_process.HasExited)
        {
            await pace.WaitForNextTickAsync(CancellationToken.None);
            try
            {
                if (Starts > 0 && await AskAsync(holds)) return;
            }
            catch (HttpRequestException)
            {
                // the app is being restarted
            }
        }

        throw new InvalidOperationException($"It never came that {fact}. Printed was:\n{Output}");
    }

    /// <summary>Asks the app that runs now.</summary>
    public async Task<T> AskAsync<T>(Func<HttpClient, Task<T>> question)
    {
        using var http = new HttpClient { BaseAddress = new Uri(ApiAddress().Matches(Output)[^1].Groups[1].Value) };
        return await question(http);
    }

    /// <summary>Ends the watch and all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        lock (_output) _output.AppendLine(line);
    }

    [GeneratedRegex(@"API\s+(http://[^\s,]+)")]
    private static partial Regex ApiAddress();
}
