namespace Ermine.Webhooks.Sending;

/// <summary>A destination that this node delivers to.</summary>
internal sealed class RunningDestination(StoredDestination destination)
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _run = Task.CompletedTask;

    /// <summary>The destination as it is now: each attempt takes it from here.</summary>
    public StoredDestination Destination { get; set; } = destination;

    /// <summary>Begins to deliver.</summary>
    public void Begin(Func<CancellationToken, Task> run) => _run = run(_stopping.Token);

    /// <summary>Takes no more events, and lets the attempts that are under way finish by themselves.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        _ = _run.ContinueWith((_, stopping) => ((CancellationTokenSource)stopping!).Dispose(), _stopping, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }
}
