namespace Ermine.Postgres.Queues;

/// <summary>Rings for one queue.</summary>
internal sealed class Bell
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often it has rung.</summary>
    public long Count { get; private set; }

    /// <summary>Wakes whoever waits.</summary>
    public void Ring()
    {
        TaskCompletionSource rung;
        lock (_lock)
        {
            Count++;
            (rung, _next) = (_next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        rung.SetResult();
    }

    /// <summary>Completes when it has rung more often.</summary>
    public Task After(long heard)
    {
        lock (_lock) return Count > heard ? Task.CompletedTask : _next.Task;
    }
}
