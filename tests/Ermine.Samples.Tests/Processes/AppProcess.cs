using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Ermine.Samples.Tests.Processes;

/// <summary>An app in a process of its own, as a user starts it, so that it can be killed.</summary>
public sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _exited.TrySetResult();
    }

    /// <summary>All that the app has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>The API's address, once the app is ready.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts the app of an assembly.</summary>
    public static AppProcess Launch(string app, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [app, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        var launched = new AppProcess(new Process { StartInfo = start });
        launched._process.Start();
        launched._process.BeginOutputReadLine();
        launched._process.BeginErrorReadLine();
        return launched;
    }

    /// <summary>Starts the app and waits until it says that it is ready.</summary>
    public static async Task<AppProcess> StartAsync(string app, params string[] arguments)
    {
        var launched = Launch(app, arguments);
        var first = await Task.WhenAny(launched._ready.Task, launched._exited.Task).WaitAsync(Patience);
        if (first == launched._exited.Task) throw new InvalidOperationException($"The app ended instead of starting. It printed:\n{launched.Output}");

        launched.Address = new Uri(await launched._ready.Task);
        return launched;
    }

    /// <summary>Ends the app as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _exited.Task.WaitAsync(Patience);
    }

    /// <summary>Asks the app to end, and answers its exit code. By SIGTERM: SIGINT is ignored by all that a shell starts in the background.</summary>
    public async Task<int> StopAsync()
    {
        await Signal.SendAsync("TERM", _process.Id);
        return await ExitAsync();
    }

    /// <summary>Stops the app in its tracks: it does nothing, and holds on to all that it has.</summary>
    public Task FreezeAsync() => Signal.SendAsync("STOP", _process.Id);

    /// <summary>Lets a frozen app go on, as if no time had passed.</summary>
    public Task ThawAsync() => Signal.SendAsync("CONT", _process.Id);

    /// <summary>Waits for the app to end, and answers its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await _exited.Task.WaitAsync(Patience);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>Kills the app if it still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_exited.Task.IsCompleted) await KillAsync();
        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
        if (line.Contains("ready in", StringComparison.Ordinal) && ApiAddress().Match(Output) is { Success: true } api) _ready.TrySetResult(api.Groups[1].Value);
    }

    [GeneratedRegex(@"API\s+(http://[^\s,]+)")]
    private static partial Regex ApiAddress();
}
