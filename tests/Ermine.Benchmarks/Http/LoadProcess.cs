using System.Diagnostics;

namespace Ermine.Benchmarks.Http;

/// <summary>The <see cref="LoadClient"/> as seen from the benchmark.</summary>
internal sealed class LoadProcess : IAsyncDisposable
{
    /// <summary>The word on the command line that makes this program the load client.</summary>
    public const string Word = "load";

    private readonly Process _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(LoadProcess).Assembly.Location, Word]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Sends requests to a server, and waits for the last answer.</summary>
    public async Task SendAsync(Uri address, string kind, int requests, CancellationToken ct)
    {
        await _process.StandardInput.WriteLineAsync(FormattableString.Invariant($"{address} {kind} {requests}").AsMemory(), ct);
        if (await _process.StandardOutput.ReadLineAsync(ct) is null) throw new InvalidOperationException("The load client failed; its error is above.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
