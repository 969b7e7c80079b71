using System.Globalization;

namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>From the start of a send to its handler, in one process, fifty times a second.</summary>
internal sealed class LatencyRow(IReadOnlyList<Subject> peers) : IQueueRow
{
    private const int PerSecond = 50;
    private const int Count = 750;

    private readonly Dictionary<string, List<Latency>> _rounds = [];

    public string Name => "latency";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        foreach (var subject in Rounds.Rotated([Subjects.Ermine, .. peers], round))
        {
            await using var database = await server.CreateDatabaseAsync(ct);
            await using var process = SubjectProcess.Start(subject, database, "latency", $"{Count}", $"{PerSecond}", "--Ermine:Run:0=orders.take");
            await process.ExpectAsync("began", ct);
            var meter = new Meter(process, server);
            var words = await process.ExpectAsync("done", ct);
            var latency = new Latency(double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture), meter.Read(Count));
            if (!_rounds.TryGetValue(subject.Name, out var list)) _rounds[subject.Name] = list = [];
            list.Add(latency);
            Console.Error.WriteLine($"  {subject.Name}: {latency}");
        }
    }

    public IEnumerable<BenchmarkRow> Rows()
    {
        var ours = Latency.Median(_rounds[Subjects.Ermine.Name]);
        yield return new BenchmarkRow("send to handler: median", ours.Middle, "ms", 2, $"{ours}");
        yield return new BenchmarkRow("send to handler: 99 of 100", ours.Last, "ms", 8);
        foreach (var (i, peer) in peers.Select(p => (p.Name, Latency: Latency.Median(_rounds[p.Name]))).OrderBy(p => p.Latency.Middle).Index())
            yield return new BenchmarkRow($"send to handler: median, Ermine to {peer.Name}", ours.Middle / peer.Latency.Middle, "times", i == 0 ? 0.5 : null, $"{peer.Latency}");
    }
}
