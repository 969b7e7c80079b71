using System.Globalization;
using Ermine.Benchmarks.Queues;

namespace Ermine.Benchmarks.Schedules;

/// <summary>A thousand schedules of one firing each minute on four processes: how late their functions begin to run, and whether each slot has one run.</summary>
/// <remarks>Spread over the seconds of the minute, as a thousand schedules of different people are; and all of them at its full minute, the worst
/// that there is. <c>--seconds=600</c> says how long each is looked at, <c>--kind=spread</c> that only one is.</remarks>
internal sealed class ScheduleBenchmark(IReadOnlyList<string> words) : IBenchmark
{
    private const int Schedules = 1_000;
    private const int Processes = 4;
    private const double MostLateMilliseconds = 250;
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    public string Name => "schedules";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        var seconds = int.Parse(Option("--seconds=") ?? "600", CultureInfo.InvariantCulture);
        string[] kinds = Option("--kind=") is { } kind ? [kind] : ["spread", "burst"];
        await using var server = await DurableServer.StartAsync(ct);
        var rows = new List<BenchmarkRow>();
        foreach (var each in kinds) rows.AddRange(await MeasureAsync(server, each, TimeSpan.FromSeconds(seconds), ct));
        return new BenchmarkReport(Name, rows);
    }

    private string? Option(string name) => words.FirstOrDefault(w => w.StartsWith(name, StringComparison.Ordinal))?[name.Length..];

    private static async Task<IEnumerable<BenchmarkRow>> MeasureAsync(DurableServer server, string kind, TimeSpan duration, CancellationToken ct)
    {
        await using var database = await server.CreateDatabaseAsync(ct);
        var apps = new List<SchedulingApp>();
        try
        {
            apps.Add(await SchedulingApp.StartAsync(database.ConnectionString, ct, $"--make={Schedules}", $"--kind={kind}"));
            for (var i = 1; i < Processes; i++) apps.Add(await SchedulingApp.StartAsync(database.ConnectionString, ct));
            await Task.Delay(Drain, ct); // what compiling delays is over
            var (from, cost, ofServer) = (DateTime.UtcNow, Cost(apps), server.ProcessorTime);
            await Task.Delay(duration, ct);
            var to = DateTime.UtcNow;
            var (spent, spentByServer) = (Cost(apps) - cost, server.ProcessorTime - ofServer);
            await Task.Delay(Drain, ct); // what is due has run by then, or is missing
            var ticks = new List<Tick>();
            foreach (var app in apps) ticks.AddRange(await app.StopAsync(ct));
            return Rows(kind, [.. ticks.Where(t => t.Slot >= from.Ticks && t.Slot < to.Ticks)], from, to, spent, spentByServer);
        }
        finally
        {
            foreach (var app in apps) app.Dispose();
        }
    }

    private static TimeSpan Cost(IEnumerable<SchedulingApp> apps) => apps.Aggregate(TimeSpan.Zero, (sum, app) => sum + app.ProcessorTime);

    private static IEnumerable<BenchmarkRow> Rows(string kind, Tick[] ticks, DateTime from, DateTime to, TimeSpan spent, TimeSpan spentByServer)
    {
        var slots = ticks.Select(t => (t.Schedule, t.Slot)).ToHashSet();
        var expected = Enumerable.Range(0, Schedules).SelectMany(i => Slots(kind == "burst" ? 0 : i % 60, from, to).Select(slot => ($"ticking.tick:{i}", slot))).ToArray();
        var late = ticks.Select(t => t.LateMilliseconds).Order().ToArray();
        var cpu = string.Create(CultureInfo.InvariantCulture, $"{expected.Length} slots in {(to - from).TotalSeconds:0} s; processor time {spent.TotalMilliseconds / expected.Length:0.00} ms of the nodes and {spentByServer.TotalMilliseconds / expected.Length:0.00} ms of PostgreSQL for each");
        return
        [
            new BenchmarkRow($"{kind}: late, p50", late[late.Length / 2], "ms", Note: cpu),
            new BenchmarkRow($"{kind}: late, p99", late[late.Length * 99 / 100], "ms", MostLateMilliseconds, $"at most {late[^1]:0} ms"),
            new BenchmarkRow($"{kind}: duplicates", ticks.Length - slots.Count, "firings", 0),
            new BenchmarkRow($"{kind}: gaps", expected.Count(slot => !slots.Contains(slot)), "slots", 0),
        ];
    }

    // The slots of one second of the minute.
    private static IEnumerable<long> Slots(int second, DateTime from, DateTime to)
    {
        var slot = new DateTime(from.Year, from.Month, from.Day, from.Hour, from.Minute, 0, DateTimeKind.Utc).AddSeconds(second);
        for (; slot < to; slot = slot.AddMinutes(1))
        {
            if (slot >= from) yield return slot.Ticks;
        }
    }
}
