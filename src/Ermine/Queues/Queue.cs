using System.Diagnostics;
using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>A queue as seen from one scope: within an invocation it fills the commit, elsewhere it sends at once.</summary>
internal sealed class Queue<T>(InvocationScope? scope, PayloadSerializer serializer, IWorkStore store) : IQueue<T>
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(365);

    public Task SendAsync(T message, TimeSpan delay = default, CancellationToken ct = default) => SendManyAsync([message], delay, ct);

    public Task SendManyAsync(IEnumerable<T> messages, TimeSpan delay = default, CancellationToken ct = default)
    {
        if (delay < TimeSpan.Zero || delay > LongestDelay)
            throw new ArgumentOutOfRangeException(nameof(delay), delay, $"A delay is from zero to {LongestDelay.TotalDays:0} days.");

        var headers = Activity.Current?.Id is { } trace ? new Dictionary<string, string> { [Message.TraceParent] = trace } : null;
        var outgoing = messages.Select(m => new OutgoingMessage(QueueName<T>.Value, serializer.Write(m), delay, headers)).ToArray();
        if (scope?.Current is not { } invocation) return outgoing.Length == 0 ? Task.CompletedTask : store.SendAsync(outgoing, ct);

        foreach (var message in outgoing) invocation.Commit.Send(message);
        return Task.CompletedTask;
    }
}
