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

    /// <summary>Where it listens.</summary>
    public Uri Address => _address;

    public static Task<BenchServer> StartAsync(string app, CancellationToken ct) =>
        StartAsync(["dotnet", Path.Combine(Checkout.Root, "tests", "Ermine.Benchmarks", "Http", "Apps", app, "bin", Checkout.Configuration, "net10.0", $"{app}.dll")], Environment.CurrentDirectory, ct);

    /// <summary>Starts an app in a folder, which is where its settings are looked for, and waits for the line that tells its address.</summary>
    /// <exception cref="InvalidOperationException">It ended before that.</exception>
    public static async Task<BenchServer> StartAsync(IReadOnlyList<string> words, string folder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1)) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException($"'{string.Join(' ', words)}' did not start; its error is above.");
        return new BenchServer(process, new Uri(address));
    }

    /// <summary>Has requests sent, and answers what each cost this server.</summary>
    public async Task<RequestCost> MeasureAsync(LoadProcess load, string kind, int requests, CancellationToken ct) => (await MeasureAsync(async () =>
    {
        await load.SendAsync(_address, kind, requests, ct);
        return requests;
    }, ct)).Cost;

    /// <summary>Has requests sent, as many as the sender says afterwards, and answers what each cost this server.</summary>
    public async Task<(long Requests, RequestCost Cost)> MeasureAsync(Func<Task<long>> send, CancellationToken ct)
    {
        var before = await ReadMeterAsync(ct);
        var requests = await send();
        var after = await ReadMeterAsync(ct);
        return (requests, new RequestCost((after.Microseconds - before.Microseconds) / (double)requests, (after.Bytes - before.Bytes) / (double)requests));
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
