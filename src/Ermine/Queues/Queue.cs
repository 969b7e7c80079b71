using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>A queue as seen from one scope: within an invocation it fills the commit, elsewhere it sends at once.</summary>
internal sealed class Queue<T>(InvocationScope? scope, PayloadSerializer serializer, IWorkStore store) : IQueue<T>
{
    private static readonly SendOptions Plain = new();

    private readonly OutgoingMessages<T> _messages = new(serializer);

    public Task SendAsync(T message, SendOptions? options = null, CancellationToken ct = default) => SendManyAsync([message], options, ct);

    public Task SendManyAsync(IEnumerable<T> messages, SendOptions? options = null, CancellationToken ct = default)
    {
        var outgoing = _messages.Of(messages, options ?? Plain);
        if (scope?.Current is not { } invocation) return outgoing.Length == 0 ? Task.CompletedTask : store.SendAsync(outgoing, ct);

        foreach (var message in outgoing) invocation.Commit.Send(message);
        return Task.CompletedTask;
    }
}
