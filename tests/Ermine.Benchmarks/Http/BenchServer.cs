using System.Diagnostics;
using System.Globalization;

namespace Ermine.Benchmarks.Http;

/// <summary>One app in a process of its own.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private static readonly HttpClient Client = new();

    private readonly Process _process;
    private readonly Uri _address;

    private BenchServer(Process process, Uri address) => (_process, _address) = (process, address);

    public static async Task<BenchServer> StartAsync(string app, CancellationToken ct)
    {
        var path = Path.Combine(Checkout.Root, "tests", "Ermine.Benchmarks", "Http", "Apps", app, "bin", Checkout.Configuration, "net10.0", $"{app}.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [path]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var address = await process.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException($"{app} did not start.");
        return new BenchServer(process, new Uri(address));
    }

    /// <summary>Has requests sent, and answers what each cost this server.</summary>
    public async Task<RequestCost> MeasureAsync(LoadProcess load, string kind, int requests, CancellationToken ct)
    {
        var before = await ReadMeterAsync(ct);
        await load.SendAsync(_address, kind, requests, ct);
        var after = await ReadMeterAsync(ct);
        return new RequestCost((after.Microseconds - before.Microseconds) / (double)requests, (after.Bytes - before.Bytes) / (double)requests);
    }

    /// <summary>Closing its input ends the app.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The process' own clock: the system's table of processes counts in hundredths of a second.
    private async Task<(long Bytes, long Microseconds)> ReadMeterAsync(CancellationToken ct)
    {
        var parts = (await Client.GetStringAsync(new Uri(_address, "/meter"), ct)).Split(' ');
        return (long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
