using System.Diagnostics;

namespace Ermine.Benchmarks.Queues.Apps.Shared;

/// <summary>Counts what was sent or handled, and says when a measurement begins and is done.</summary>
internal static class Tally
{
    private static readonly List<double> Waited = [];
    private static long _count;
    private static long _began = long.MaxValue;
    private static long _done = long.MaxValue;
    private static long _since = long.MaxValue;

    public static long Count => Volatile.Read(ref _count);

    /// <summary>Says <c>began</c> at the first count and <c>done</c> at the second.</summary>
    public static void Watch(long began, long done) => (_began, _done) = (began, done);

    /// <summary>From now on the time from send to handler is kept.</summary>
    public static void KeepTimes() => Volatile.Write(ref _since, Stopwatch.GetTimestamp());

    /// <summary>How many times were kept.</summary>
    public static int Kept
    {
        get { lock (Waited) return Waited.Count; }
    }

    /// <summary>One message was sent, or handled.</summary>
    /// <param name="at">When it was made, in ticks of the stopwatch.</param>
    public static void Add(long at)
    {
        var count = Interlocked.Increment(ref _count);
        if (count == _began) Console.WriteLine("began");
        if (count == _done) Console.WriteLine("done");
        if (at < Volatile.Read(ref _since)) return;

        var waited = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
        lock (Waited) Waited.Add(waited);
    }

    /// <summary>The time in milliseconds that this share of the messages did not exceed.</summary>
    public static double Quantile(double share)
    {
        lock (Waited) return Waited.Order().ElementAt(Math.Min(Waited.Count - 1, (int)(share * Waited.Count)));
    }
}
