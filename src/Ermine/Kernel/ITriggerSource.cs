namespace Ermine.Kernel;

/// <summary>Where work for one function comes from.</summary>
public interface ITriggerSource : IAsyncDisposable
{
    /// <summary>Waits until there is work, and takes at most <paramref name="limit"/> deliveries of it; at least one, unless cancelled.</summary>
    /// <exception cref="OperationCanceledException">The node stops.</exception>
    ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping);
}
