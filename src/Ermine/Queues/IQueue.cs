namespace Ermine.Queues;

/// <summary>Sends messages of one type to the queue that its <see cref="QueueAttribute"/> names.</summary>
/// <remarks>Within an invocation a send joins its commit: it happens if, and only if, the invocation succeeds. Elsewhere a message is
/// durable when the task completes. Resolve it from a scope; singletons use <see cref="IQueues"/>.</remarks>
public interface IQueue<T>
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The payload, at most 256 KiB of JSON.</param>
    /// <param name="delay">How long it waits before it is due. Default: not at all; at most 365 days.</param>
    /// <param name="ct">Cancels the send.</param>
    /// <exception cref="Kernel.PayloadException">It cannot be serialised or is too large.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative or over a year.</exception>
    /// <exception cref="InvalidOperationException">The invocation that this queue belongs to has ended.</exception>
    Task SendAsync(T message, TimeSpan delay = default, CancellationToken ct = default);

    /// <summary>Sends several messages, all or none.</summary>
    /// <inheritdoc cref="SendAsync(T, TimeSpan, CancellationToken)"/>
    Task SendManyAsync(IEnumerable<T> messages, TimeSpan delay = default, CancellationToken ct = default);
}
