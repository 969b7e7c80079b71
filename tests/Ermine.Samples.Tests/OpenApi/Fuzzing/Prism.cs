using System.Diagnostics;
using Ermine.Postgres.Development;
using Ermine.Samples.Tests.Node;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>A judge between a caller and an app, which answers itself, with a problem of its own, where the app's answer is not what the document says.</summary>
internal sealed class Prism : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly string _folder;

    private Prism(Process process, string folder, Uri address) => (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Starts it before an app. What is wrong with requests is let through: the app is to say so.</summary>
    public static async Task<Prism> StartAsync(string document, Uri app)
    {
        var folder = Directory.CreateTempSubdirectory("ermine-prism-").FullName;
        var file = Path.Combine(folder, "v1.json");
        await File.WriteAllTextAsync(file, document);
        var port = FreePort.Prefer(null);
        var start = await NodeTools.StartInfoAsync("prism", "proxy", file, $"{app}".TrimEnd('/'), "--errors", "--validate-request", "false", "--host", "127.0.0.1", "--port", $"{port}", "--verboseLevel", "info");
        var process = new Process { StartInfo = start };
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("listening", StringComparison.Ordinal) == true) listening.TrySetResult();
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine(); // read to be thrown away: a full pipe would stop it
        var prism = new Prism(process, folder, new Uri($"http://127.0.0.1:{port}"));
        try
        {
            await listening.Task.WaitAsync(Patience);
            return prism;
        }
        catch
        {
            await prism.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
