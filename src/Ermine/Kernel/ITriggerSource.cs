namespace Ermine.Kernel;

/// <summary>Where work for one function comes from.</summary>
public interface ITriggerSource : IAsyncDisposable
{
    /// <summary>Waits for work, and takes about <paramref name="limit"/> deliveries of it; none where none came for a while, and then it is asked again.</summary>
    /// <exception cref="OperationCanceledException">The node stops.</exception>
    ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping);
}
