using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>Waits until a run has ended, or is given up. It is used again for another run, unless its own was given up, and so allocates nothing.</summary>
internal sealed class RunWait : IValueTaskSource<Outcome>
{
    private readonly Action _ended;
    private ManualResetValueTaskSourceCore<bool> _signal;
    private ValueTaskAwaiter<Outcome> _run;
    private int _isOver;

    public RunWait() => _ended = Ended;

    /// <summary>Makes it ready for a run.</summary>
    public void Begin()
    {
        _signal.Reset();
        Volatile.Write(ref _isOver, 0);
    }

    /// <summary>Waits for a run that has begun.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public ValueTask<Outcome> For(ValueTask<Outcome> run)
    {
        _run = run.GetAwaiter();
        _run.UnsafeOnCompleted(_ended);
        return new ValueTask<Outcome>(this, _signal.Version);
    }

    /// <summary>Ends the wait, and leaves the run to itself.</summary>
    public void GiveUp()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0) _signal.SetException(new OperationCanceledException("The run was given up."));
    }

    Outcome IValueTaskSource<Outcome>.GetResult(short token)
    {
        _signal.GetResult(token);
        return _run.GetResult();
    }

    ValueTaskSourceStatus IValueTaskSource<Outcome>.GetStatus(short token) => _signal.GetStatus(token);

    void IValueTaskSource<Outcome>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) => _signal.OnCompleted(continuation, state, token, flags);

    private void Ended()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            _signal.SetResult(true);
            return;
        }

        try
        {
            _run.GetResult();
        }
        catch (Exception)
        {
            // what a run throws after it was given up is nobody's
        }
    }
}
