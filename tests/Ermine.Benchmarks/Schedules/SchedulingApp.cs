using System.Diagnostics;
using System.Globalization;

namespace Ermine.Benchmarks.Schedules;

/// <summary>One process of the app that is fired.</summary>
internal sealed class SchedulingApp : IDisposable
{
    private readonly Process _process;

    private SchedulingApp(Process process) => _process = process;

    /// <summary>Processor time of it so far.</summary>
    public TimeSpan ProcessorTime => _process.TotalProcessorTime;

    public static async Task<SchedulingApp> StartAsync(string connectionString, CancellationToken ct, params string[] settings)
    {
        var path = Path.Combine(Checkout.Root, "tests", "Ermine.Benchmarks", "Schedules", "Apps", "ErmineSchedule", "bin", Checkout.Configuration, "net10.0", "ErmineSchedule.dll");
        var start = new ProcessStartInfo("dotnet", [path, "--urls=http://127.0.0.1:0", $"--ConnectionStrings:ermine={connectionString}", "--Ermine:Migrate=auto", .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        var app = new SchedulingApp(Process.Start(start)!);
        while (await app._process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line == "ready") return app;
        }

        throw new InvalidOperationException("ErmineSchedule did not start.");
    }

    /// <summary>Stops it, and answers what it was fired for.</summary>
    public async Task<IReadOnlyList<Tick>> StopAsync(CancellationToken ct)
    {
        _process.StandardInput.Close();
        var ticks = new List<Tick>();
        while (await _process.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.Split(' ') is [var schedule, var slot, var late] && schedule.StartsWith("ticking.tick:", StringComparison.Ordinal))
                ticks.Add(new Tick(schedule, long.Parse(slot, CultureInfo.InvariantCulture), double.Parse(late, CultureInfo.InvariantCulture)));
        }

        await _process.WaitForExitAsync(ct);
        return ticks;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
