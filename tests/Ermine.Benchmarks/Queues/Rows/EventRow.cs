using System.Globalization;

namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>Events with one subscriber and with ten, beside messages of a plain queue with the same content: single publishes of 16 callers, publishing and handling
/// at once, and the time from the one to the other.</summary>
internal sealed class EventRow : IQueueRow
{
    private const string Events = "events";
    private const int Depth = 2_000;
    private const int PerSecond = 50;
    private const int Count = 500;

    private static readonly string[] Crowd = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(8);
    private static readonly Subject Plain = new("queue", Subjects.Ermine.Words);
    private static readonly Subject One = new("one", Subjects.Ermine.Words);
    private static readonly Subject Ten = new("ten", Subjects.Ermine.Words);

    private readonly Rounds _publishes = new();
    private readonly Rounds _handled = new();
    private readonly List<Latency> _latencies = [];

    public string Name => Events;

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        foreach (var subject in Rounds.Rotated([Plain, One, Ten], round))
        {
            _publishes.Add(subject.Name, await WindowAsync(server, subject, ["send"], ct));
            _handled.Add(subject.Name, await WindowAsync(server, subject, ["churn", $"{Depth}"], ct));
        }

        await using var database = await server.CreateDatabaseAsync(ct);
        await using var process = SubjectProcess.Start(One, database, ["latency", $"{Count}", $"{PerSecond}", .. Words(One)]);
        await process.ExpectAsync("began", ct);
        var meter = new Meter(process, server);
        var words = await process.ExpectAsync("done", ct);
        _latencies.Add(new Latency(double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture), meter.Read(Count)));
    }

    public IEnumerable<BenchmarkRow> Rows()
    {
        var latency = Latency.Median(_latencies);
        return
        [
            _publishes.Ratio("single publishes, one subscriber", One.Name, Plain.Name, 0.8),
            _handled.Ratio("published and handled, one subscriber", One.Name, Plain.Name, 0.8),
            Cost("single publishes, ten subscribers to one", _publishes),
            Cost("published and handled ten times, to once", _handled),
            new BenchmarkRow("publish to handler: median", latency.Middle, "ms", 3, $"{latency}"),
        ];
    }

    private static BenchmarkRow Cost(string what, Rounds rounds) =>
        new(what, Total(rounds.Of(Ten.Name)) / Total(rounds.Of(One.Name)), "times the processor time", 3, $"{rounds.Of(Ten.Name)} to {rounds.Of(One.Name)}, an event");

    private static double Total(Figure figure) => figure.ClientMicroseconds + figure.ServerMicroseconds;

    private static string[] Words(Subject subject) => subject.Name switch
    {
        "one" => ["one", "--Ermine:Run:0=occasions.take"],
        "ten" => ["ten", .. Crowd.Select((f, i) => $"--Ermine:Run:{i}=crowd.{f}")],
        _ => ["--Ermine:Run:0=orders.take"],
    };

    private static async Task<Figure> WindowAsync(DurableServer server, Subject subject, string[] role, CancellationToken ct)
    {
        await using var database = await server.CreateDatabaseAsync(ct);
        await using var process = SubjectProcess.Start(subject, database, [.. role, .. Words(subject)]);
        await process.ExpectAsync("began", ct);
        await Task.Delay(WarmUp, ct);
        return await Meter.WindowAsync(process, server, Window, ct);
    }
}
