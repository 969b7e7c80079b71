using System.Diagnostics;
using System.Net.Http.Json;

namespace Ermine.Benchmarks.Start;

/// <summary>Starts an app once, and takes the time of what it does first.</summary>
internal static class StartingApp
{
    public static async Task<StartTimes> MeasureAsync(string app, string connectionString, CancellationToken ct, params string[] settings)
    {
        var path = Path.Combine(Checkout.Root, "tests", "Ermine.Benchmarks", "Start", "Apps", app, "bin", Checkout.Configuration, "net10.0", $"{app}.dll");
        var start = new ProcessStartInfo("dotnet", [path, "--urls=http://127.0.0.1:0", $"--ConnectionStrings:ermine={connectionString}", .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync(ct) ?? throw new InvalidOperationException($"{app} did not start.");
        var ready = clock.Elapsed.TotalMilliseconds;
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        using var shown = await http.GetAsync($"/notes/{Guid.NewGuid()}", ct);
        var response = clock.Elapsed.TotalMilliseconds;
        using var written = (await http.PostAsJsonAsync("/notes", new { id = Guid.NewGuid(), text = "first" }, ct)).EnsureSuccessStatusCode();
        var write = clock.Elapsed.TotalMilliseconds;
        process.StandardInput.Close();
        await process.WaitForExitAsync(ct);
        return new StartTimes(ready, response, write);
    }
}
