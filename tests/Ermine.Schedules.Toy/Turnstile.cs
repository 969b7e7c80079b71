namespace Ermine.Schedules.Toy;

/// <summary>Holds runs up until a test lets them go on.</summary>
public sealed class Turnstile
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _arrived = new(0);

    /// <summary>Lets all go on that wait, and all that come.</summary>
    public void Open() => _open.TrySetResult();

    /// <summary>Waits until a further run has come to it.</summary>
    public async Task ArrivalAsync()
    {
        if (!await _arrived.WaitAsync(Patience)) throw new TimeoutException("No further run came to the turnstile.");
    }

    /// <summary>A run comes to it.</summary>
    public async Task PassAsync(CancellationToken ct)
    {
        _arrived.Release();
        await _open.Task.WaitAsync(ct);
    }
}
