using System.Collections.Concurrent;
using Ermine.Kernel;

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
    private Action<Invocation>? _giveUp;
    private Invocation? _run;
    private long _at = Idle; // ticks of the machine's clock in milliseconds
    private long _end = Idle;

    /// <summary>Cancelled when the time is over.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Waits for the run, until the grace after that is over too.</summary>
    public RunWait Wait { get; } = new();

    /// <summary>Whether the time was over before the run was.</summary>
    public bool HasPassed => Volatile.Read(ref _at) == Passed;

    /// <summary>Lends a deadline.</summary>
    /// <param name="limit">The time that the run has.</param>
    /// <param name="grace">The time that it has after that, to see its token.</param>
    /// <param name="run">The run.</param>
    /// <param name="giveUp">Called, from another thread, when that is over too: even where the run holds its own. Null where it is waited for.</param>
    /// <param name="outer">Cancels the token earlier.</param>
    public static Deadline Start(TimeSpan limit, TimeSpan grace, Invocation run, Action<Invocation>? giveUp, CancellationToken outer)
    {
        var deadline = Rent();
        (deadline._run, deadline._giveUp) = (run, giveUp);
        deadline.Wait.Begin();
        var at = Environment.TickCount64 + (long)limit.TotalMilliseconds;
        Volatile.Write(ref deadline._end, at + (long)grace.TotalMilliseconds);
        Volatile.Write(ref deadline._at, at);
        deadline._link = outer.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), deadline._source);
        return deadline;
    }

    /// <summary>Gives it back. One that was cancelled is not used again.</summary>
    public void End()
    {
        _link.Dispose(); // waits for a cancellation that is under way, so that the next run does not get it
        Interlocked.Exchange(ref _end, Idle);
        (_run, _giveUp) = (null, null);
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
            if (at == Passed) deadline.GiveUpAfterGrace(now);
            if (at is Idle or Passed || at > now || Interlocked.CompareExchange(ref deadline._at, Passed, at) != at) continue;

            ThreadPool.UnsafeQueueUserWorkItem(static source => Cancel(source), deadline._source, preferLocal: false); // what is registered may take its time
        }
    }

    private void GiveUpAfterGrace(long now)
    {
        var (end, run, giveUp) = (Volatile.Read(ref _end), _run, _giveUp);
        if (end == Idle || end > now || Interlocked.CompareExchange(ref _end, Idle, end) != end || run is null || giveUp is null) return;

        giveUp(run);
        ThreadPool.UnsafeQueueUserWorkItem(static wait => wait.GiveUp(), Wait, preferLocal: false); // whoever waits goes on from there
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
