namespace Ermine.Queues;

/// <summary>Sends messages of one type to the queue that its <see cref="QueueAttribute"/> names.</summary>
/// <remarks>Within an invocation a send joins its commit: it happens if, and only if, the invocation succeeds. Elsewhere a message is
/// durable when the task completes; sends that wait at the same time share a round trip. Resolve it from a scope; singletons use <see cref="IQueues"/>.</remarks>
public interface IQueue<T>
{
    /// <summary>Sends one message.</summary>
    /// <param name="message">The payload, at most 256 KiB of JSON.</param>
    /// <param name="options">What it asks for, such as <c>new() { Delay = TimeSpan.FromMinutes(5) }</c>. Default: nothing.</param>
    /// <param name="ct">Cancels the wait; a send that is under way by then may still happen.</param>
    /// <exception cref="Kernel.PayloadException">It cannot be serialised or is too large.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or does not go with the queue or another option; the message says which.</exception>
    /// <exception cref="InvalidOperationException">The invocation that this queue belongs to has ended.</exception>
    Task SendAsync(T message, SendOptions? options = null, CancellationToken ct = default);

    /// <summary>Sends several messages, all or none, each with the same options.</summary>
    /// <inheritdoc cref="SendAsync"/>
    Task SendManyAsync(IEnumerable<T> messages, SendOptions? options = null, CancellationToken ct = default);
}
