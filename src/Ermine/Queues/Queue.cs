using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>A queue as seen from one scope: within an invocation it fills the commit, elsewhere it sends at once.</summary>
internal sealed class Queue<T>(Outbox outbox, PayloadSerializer serializer) : IQueue<T>
{
    private static readonly SendOptions Plain = new();

    private readonly OutgoingMessages<T> _messages = new(serializer);

    public Task SendAsync(T message, SendOptions? options = null, CancellationToken ct = default) => SendManyAsync([message], options, ct);

    public Task SendManyAsync(IEnumerable<T> messages, SendOptions? options = null, CancellationToken ct = default)
    {
        options ??= Plain;
        return outbox.SendAsync(_messages.Of(messages, options), options.As, ct);
    }
}
