using System.Diagnostics;
using Ermine.Queues.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Queues;

/// <summary>What tests ask of the app whose functions record their runs.</summary>
internal static class ToyApp
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The runs so far.</summary>
    public static IReadOnlyList<string> Runs(this TestApp app) => app.Services.GetRequiredService<Recorder>().Runs;

    /// <summary>Waits for the next run that nobody has waited for.</summary>
    public static Task NextRunAsync(this TestApp app) => app.Services.GetRequiredService<Recorder>().NextAsync();

    /// <summary>Asks until something is so.</summary>
    public static async Task UntilAsync(this TestApp app, Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException($"It never came so. Runs: {string.Join("; ", app.Runs())}");
        }
    }
}
