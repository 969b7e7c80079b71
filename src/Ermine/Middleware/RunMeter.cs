using System.Diagnostics;

namespace Ermine.Middleware;

/// <summary>Adds up what threads do for one run: whenever the run's context comes onto a thread or leaves it, the runtime tells.</summary>
/// <remarks>The figures are estimates. Time on a thread counts as processor time, also where the thread is blocked or not scheduled; what is
/// queued without the context, as some pools of connections do, is not seen; what the run starts and does not wait for is seen until the run ends.</remarks>
internal sealed class RunMeter
{
    private static readonly AsyncLocal<RunMeter?> Current = new(static change =>
    {
        change.PreviousValue?.Leave();
        change.CurrentValue?.Enter();
    });

    [ThreadStatic] private static long _enteredAt;
    [ThreadStatic] private static long _enteredWith;

    private long _ticks;
    private long _bytes;

    /// <summary>Time that the run held threads.</summary>
    public TimeSpan OnThreads => TimeSpan.FromSeconds(Volatile.Read(ref _ticks) / (double)Stopwatch.Frequency);

    /// <summary>Bytes that those threads allocated meanwhile.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Begins to measure the caller, and all that it calls.</summary>
    public static RunMeter Begin()
    {
        var meter = new RunMeter();
        Current.Value = meter;
        return meter;
    }

    /// <summary>Ends it, on the thread on which the run has ended.</summary>
    public void End() => Current.Value = null;

    private void Enter()
    {
        _enteredWith = GC.GetAllocatedBytesForCurrentThread();
        _enteredAt = Stopwatch.GetTimestamp();
    }

    private void Leave()
    {
        Interlocked.Add(ref _ticks, Stopwatch.GetTimestamp() - _enteredAt);
        Interlocked.Add(ref _bytes, GC.GetAllocatedBytesForCurrentThread() - _enteredWith);
    }
}
