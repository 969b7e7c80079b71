using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ermine.Events;

namespace Ermine.Benchmarks.Events;

/// <summary>
/// Matching events against rules, beside <see cref="Utf8JsonReader"/> reading every token of the same bytes. What is compared is processor time in one process,
/// each in turn, round by round; a row is the median of the rounds' ratios.
/// </summary>
internal sealed class EventBenchmark(IReadOnlyList<string> words) : IBenchmark
{
    private const string Rows = "--rows=";
    private const string RoundsWord = "--rounds=";

    private readonly int _rounds = words.LastOrDefault(w => w.StartsWith(RoundsWord, StringComparison.Ordinal)) is { } word ? int.Parse(word[RoundsWord.Length..], CultureInfo.InvariantCulture) : 15;

    private const int WarmRounds = 4;
    private const int Repeats = 12;

    /// <summary>So long work is done before it is measured: the runtime compiles what is hot twice, each time some hundred milliseconds after it has found out.</summary>
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);
    private const double SingleTarget = 5;
    private const double CombinedTarget = 3;

    public string Name => "events";

    public Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        string[] all = ["match", "many", "add"];
        var asked = words.Where(w => w.StartsWith(Rows, StringComparison.Ordinal)).SelectMany(w => w[Rows.Length..].Split(',')).ToArray();
        if (asked.Except(all).FirstOrDefault() is { } unknown) throw new ArgumentException($"There is no row '{unknown}'; there are {string.Join(", ", all)}.");

        bool Has(string row) => asked.Length == 0 || asked.Contains(row);
        var (lots, bridge) = (EventSamples.Lots(), EventSamples.Bridge());
        var rows = new List<BenchmarkRow>();
        if (Has("match"))
        {
            rows.AddRange(Match("lots", lots, MatchWorkload.OfLots, ct));
            rows.AddRange(Match("bridge", bridge, MatchWorkload.OfBridge, ct));
        }

        if (Has("many")) rows.AddRange(Many(lots, ct));
        if (Has("add")) rows.AddRange(Add());
        return Task.FromResult(new BenchmarkReport(Name, rows));
    }

    private IEnumerable<BenchmarkRow> Match(string what, byte[][] events, IEnumerable<MatchWorkload> workloads, CancellationToken ct)
    {
        var valid = events.Select(e => ValidatedEvent.Parse(e)).ToArray();
        yield return new BenchmarkRow($"{what}: size", events.Average(e => e.Length), "bytes");
        foreach (var workload in workloads)
        {
            ct.ThrowIfCancellationRequested();
            var rules = Rules(workload.Patterns);
            var found = new List<int>(workload.Patterns.Count);
            var matched = 0L;
            var times = Rounded(
                () => Tokenise(events),
                () => matched += Match(rules, valid, found),
                () => matched += Match(rules, events, found));
            if (matched == 0) throw new InvalidOperationException($"No event matches '{workload.Name}', which measures nothing.");

            var note = $"read {Nanoseconds(times, 0, events):0} ns, validated {Nanoseconds(times, 1, events):0} ns, validating {Nanoseconds(times, 2, events):0} ns, {Allocated(rules, valid, found)} bytes allocated";
            yield return new BenchmarkRow($"{what}, {workload.Name}: validated", times.Select(t => t[0] / t[1]).Median(), "times", Note: note, AtLeast: workload.IsSingle ? SingleTarget : CombinedTarget);
            yield return new BenchmarkRow($"{what}, {workload.Name}: validating", times.Select(t => t[0] / t[2]).Median(), "times", AtLeast: workload.IsSingle ? 0.85 : 0.5);
        }
    }

    // The ten match as often in both sets, so that what differs is the number of rules; a second row has each event match a rule of its own.
    private IEnumerable<BenchmarkRow> Many(byte[][] events, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var valid = events.Select(e => ValidatedEvent.Parse(e)).ToArray();
        var ten = MatchWorkload.OfStreets().Take(10).ToArray();
        var (few, many, each) = (Rules(ten), Rules(ten.Concat(MatchWorkload.Subscriptions(100_000, 2_990))), Rules(ten.Concat(MatchWorkload.Subscriptions(0, 2_990))));
        var found = new List<int>(20);
        var times = Rounded(() => Match(few, valid, found), () => Match(many, valid, found), () => Match(each, valid, found));
        var ns = Enumerable.Range(0, 3).Select(w => Nanoseconds(times, w, events)).ToArray();
        yield return new BenchmarkRow("lots, 3,000 rules beside 10: validated", times.Select(t => t[0] / t[1]).Median(), "times", Note: $"10 rules {ns[0]:0} ns, 3,000 rules {ns[1]:0} ns", AtLeast: 0.7);
        yield return new BenchmarkRow("the same, each event matching one more", times.Select(t => t[0] / t[2]).Median(), "times", Note: $"{ns[2]:0} ns");
    }

    private IEnumerable<BenchmarkRow> Add()
    {
        const int Before = 3_000, Added = 500;
        var texts = MatchWorkload.Subscriptions(0, Before + Added).ToArray();
        var rules = Rules(texts.Take(Before));
        var rounds = new List<(double Mean, double Most)>();
        for (var round = -WarmRounds; round < _rounds; round++)
        {
            var most = 0.0;
            var start = Environment.CpuUsage.TotalTime;
            var last = start;
            for (var i = Before; i < Before + Added; i++)
            {
                rules.Add(i, EventPattern.Parse(texts[i]));
                var now = Environment.CpuUsage.TotalTime;
                (most, last) = (Math.Max(most, (now - last).TotalMicroseconds), now);
            }

            if (round >= 0) rounds.Add(((last - start).TotalMicroseconds / Added, most));
            for (var i = Before; i < Before + Added; i++) rules.Remove(i);
        }

        yield return new BenchmarkRow("add a rule at 3,000, read from its text", rounds.Select(r => r.Mean).Median(), "us", AtMost: 50, Note: $"the slowest of {Added}: {rounds.Select(r => r.Most).Median():0} us");
    }

    private static EventRules<int> Rules(IEnumerable<string> patterns)
    {
        var rules = new EventRules<int>();
        foreach (var (i, pattern) in patterns.Index()) rules.Add(i, EventPattern.Parse(pattern));
        return rules;
    }

    // Processor seconds of each piece of work, in turn, for each round.
    private List<double[]> Rounded(params Action[] work)
    {
        var rounds = new List<double[]>();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warm;) Array.ForEach(work, w => w());
        for (var round = 0; round < _rounds; round++)
        {
            var times = new double[work.Length];
            for (var w = 0; w < work.Length; w++)
            {
                var start = Environment.CpuUsage.TotalTime;
                for (var i = 0; i < Repeats; i++) work[w]();
                times[w] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            }

            rounds.Add(times);
        }

        return rounds;
    }

    private static double Nanoseconds(List<double[]> times, int work, byte[][] events) => times.Select(t => t[work]).Median() / Repeats / events.Length * 1e9;

    private static void Tokenise(byte[][] events)
    {
        foreach (var bytes in events)
        {
            var reader = new Utf8JsonReader(bytes);
            while (reader.Read()) { }
        }
    }

    private static int Match(EventRules<int> rules, ValidatedEvent[] events, List<int> found)
    {
        var count = 0;
        foreach (var one in events)
        {
            found.Clear();
            count += rules.Match(one, found);
        }

        return count;
    }

    private static int Match(EventRules<int> rules, byte[][] events, List<int> found)
    {
        var count = 0;
        foreach (var one in events)
        {
            found.Clear();
            count += rules.Match(one, found);
        }

        return count;
    }

    private static long Allocated(EventRules<int> rules, ValidatedEvent[] events, List<int> found)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Match(rules, events, found);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
