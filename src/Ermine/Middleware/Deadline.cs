using System.Collections.Concurrent;

namespace Ermine.Middleware;

/// <summary>A token that is cancelled at a time, or with another token; lent for one run and used again.</summary>
/// <remarks>All deadlines share one timer, which looks at them a few times a second: starting a timer for each run would cost more than all
/// the rest of the way to the function. So a deadline is kept to within <see cref="Resolution"/>, and never early.</remarks>
internal sealed class Deadline
{
    /// <summary>How late a deadline may be noticed.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(250);

    private const long Idle = long.MaxValue;
    private const long Passed = long.MinValue;
    private const int MostSpares = 1_024;
    private const int Apart = 16; // a cache line for each processor's spare, so that they do not disturb one another

    private static readonly ConcurrentDictionary<Deadline, byte> Known = new();
    private static readonly ConcurrentQueue<Deadline> Spares = new();
    private static readonly Deadline?[] Nearest = new Deadline?[Environment.ProcessorCount * Apart];
    private static readonly Timer Watch = new(static _ => CancelPassed(), null, Resolution, Resolution);

    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _link;
    private long _at = Idle; // ticks of the machine's clock in milliseconds

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time was over before the run was.</summary>
    public bool HasPassed => Volatile.Read(ref _at) == Passed;

    /// <summary>Lends a deadline.</summary>
    public static Deadline Start(TimeSpan limit, CancellationToken outer)
    {
        var deadline = Rent();
        Volatile.Write(ref deadline._at, Environment.TickCount64 + (long)limit.TotalMilliseconds);
        deadline._link = outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline._source);
        return deadline;
    }

    /// <summary>Gives it back. One that was cancelled is not used again.</summary>
    public void End()
    {
        _link.Dispose(); // waits for a cancellation that is under way, so that the next run does not get it
        if (Interlocked.Exchange(ref _at, Idle) != Passed && _source.TryReset()) Return(this);
        else Known.TryRemove(this, out _);
    }

    private static Deadline Rent()
    {
        var nearest = Interlocked.Exchange(ref NearestSlot(), null);
        if (nearest is not null || Spares.TryDequeue(out nearest)) return nearest;

        var deadline = new Deadline();
        Known.TryAdd(deadline, 0);
        GC.KeepAlive(Watch);
        return deadline;
    }

    private static void Return(Deadline deadline)
    {
        ref var nearest = ref NearestSlot();
        if (nearest is null && Interlocked.CompareExchange(ref nearest, deadline, null) is null) return;
        if (Spares.Count < MostSpares) Spares.Enqueue(deadline);
        else Known.TryRemove(deadline, out _);
    }

    private static ref Deadline? NearestSlot() => ref Nearest[Thread.GetCurrentProcessorId() * Apart % Nearest.Length];

    private static void CancelPassed()
    {
        var now = Environment.TickCount64;
        foreach (var (deadline, _) in Known)
        {
            var at = Volatile.Read(ref deadline._at);
            if (at is Idle or Passed || at > now || Interlocked.CompareExchange(ref deadline._at, Passed, at) != at) continue;

            ThreadPool.UnsafeQueueUserWorkItem(static source => Cancel(source), deadline._source, preferLocal: false); // what is registered may take its time
        }
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // what a function registered threw; the others were called nevertheless, and the function itself tells how it ended
        }
    }
}
