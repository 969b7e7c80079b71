using System.Diagnostics;
using System.Globalization;

namespace Ermine.Benchmarks.Queues.Apps.Shared;

/// <summary>What one process does for one measurement. It says <c>began</c> and <c>done</c>, answers how many messages there were
/// for each line of its input, and ends when its input does.</summary>
/// <remarks><c>fill n</c>, <c>send</c>, <c>drain skip n</c>, <c>latency n perSecond</c>, <c>churn depth</c>, <c>idle</c>.</remarks>
internal static class Role
{
    private const int Callers = 16;
    private const int ChurnBatch = 100;

    public static async Task<int> RunAsync(string[] words, ISubject subject)
    {
        var numbers = words[1..].Where(w => char.IsAsciiDigit(w[0])).Select(w => int.Parse(w, CultureInfo.InvariantCulture)).ToArray();
        using var ended = new CancellationTokenSource();
        await using (subject)
        {
            var input = Task.Run(() => AnswerUntilEndAsync(ended));
            try
            {
                await PlayAsync(words[0], numbers, subject, ended.Token);
                await input;
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // the benchmark has seen what it wanted
            }
        }

        return 0;
    }

    private static Task PlayAsync(string role, int[] numbers, ISubject subject, CancellationToken ct) => role switch
    {
        "fill" => FillAsync(subject, numbers[0], ct),
        "send" => SendAsync(subject, ct),
        "drain" => DrainAsync(subject, numbers[0], numbers[1], ct),
        "latency" => LatencyAsync(subject, numbers[0], numbers[1], ct),
        "churn" => ChurnAsync(subject, numbers[0], ct),
        "idle" => IdleAsync(subject, ct),
        _ => throw new ArgumentException($"There is no role '{role}'."),
    };

    private static async Task FillAsync(ISubject subject, int count, CancellationToken ct)
    {
        await subject.StartAsync(receives: false, ct);
        await subject.FillAsync(count, ct);
        Console.WriteLine("done");
    }

    private static async Task SendAsync(ISubject subject, CancellationToken ct)
    {
        await subject.StartAsync(receives: false, ct);
        Tally.Watch(Callers, long.MaxValue);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            while (!ct.IsCancellationRequested)
            {
                var at = Stopwatch.GetTimestamp();
                await subject.SendAsync(caller, at, CancellationToken.None); // what is on its way at the end still finds its connection
                Tally.Add(at);
            }
        }, ct)));
    }

    private static Task DrainAsync(ISubject subject, int skip, int count, CancellationToken ct)
    {
        Tally.Watch(skip, skip + count);
        return subject.StartAsync(receives: true, ct);
    }

    // A send is begun when it is due, whether or not the one before it has been answered.
    private static async Task LatencyAsync(ISubject subject, int count, int perSecond, CancellationToken ct)
    {
        await subject.StartAsync(receives: true, ct);
        await PaceAsync(subject, 3 * perSecond, perSecond, ct);
        while (Tally.Count < 3 * perSecond) await Task.Delay(10, ct);
        Console.WriteLine("began");
        Tally.KeepTimes();
        await PaceAsync(subject, count, perSecond, ct);
        while (Tally.Kept < count) await Task.Delay(10, ct);
        Console.WriteLine(FormattableString.Invariant($"done {Tally.Quantile(0.5):0.000} {Tally.Quantile(0.99):0.000}"));
    }

    private static async Task PaceAsync(ISubject subject, int count, int perSecond, CancellationToken ct)
    {
        var since = Stopwatch.GetTimestamp();
        var sends = new List<Task>(count);
        for (var i = 0; i < count; i++)
        {
            var wait = TimeSpan.FromSeconds(i / (double)perSecond) - Stopwatch.GetElapsedTime(since);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, ct);
            sends.Add(subject.SendAsync(i % Callers, Stopwatch.GetTimestamp(), ct));
        }

        await Task.WhenAll(sends);
    }

    // Sends and handles at once, with few messages waiting; how many were handled is asked from outside.
    private static async Task ChurnAsync(ISubject subject, int depth, CancellationToken ct)
    {
        await subject.StartAsync(receives: true, ct);
        Console.WriteLine("began");
        var sent = 0L;
        while (true)
        {
            if (sent - Tally.Count > depth)
            {
                await Task.Delay(1, ct);
                continue;
            }

            await Task.WhenAll(subject.FillAsync(ChurnBatch, ct), subject.FillAsync(ChurnBatch, ct));
            sent += 2 * ChurnBatch;
        }
    }

    private static async Task IdleAsync(ISubject subject, CancellationToken ct)
    {
        await subject.StartAsync(receives: true, ct);
        Console.WriteLine("began");
    }

    private static async Task AnswerUntilEndAsync(CancellationTokenSource ended)
    {
        while (await Console.In.ReadLineAsync() is not null) Console.WriteLine(FormattableString.Invariant($"count {Tally.Count}"));
        await ended.CancelAsync();
    }
}
