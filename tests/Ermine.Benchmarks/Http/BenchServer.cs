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

    /// <summary>Sends requests from a third process; answers what each cost the server.</summary>
    public async Task<RequestCost> MeasureAsync(string kind, int requests, CancellationToken ct)
    {
        var (bytesBefore, cpuBefore) = await ReadMeterAsync(ct);
        using var load = Process.Start(new ProcessStartInfo("dotnet", [typeof(BenchServer).Assembly.Location, "load", _address.ToString(), kind, requests.ToString(CultureInfo.InvariantCulture)]))!;
        await load.WaitForExitAsync(ct);
        if (load.ExitCode != 0) throw new InvalidOperationException("The load client failed.");

        var (bytesAfter, cpuAfter) = await ReadMeterAsync(ct);
        return new RequestCost((cpuAfter - cpuBefore) / (double)requests, (bytesAfter - bytesBefore) / (double)requests);
    }

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
