using System.Security.Claims;

namespace Ermine.Queues;

/// <summary>What a message asks for beyond being handled.</summary>
public sealed record SendOptions
{
    /// <summary>How long it waits before it is due. Default: not at all; at most 365 days. Not for an ordered queue.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How long after being sent it is worth handling; then it goes to the dead letters unseen. Default: for ever; more than zero.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Which is taken first. Default: normal. Not for an ordered queue.</summary>
    public MessagePriority Priority { get; init; }

    /// <summary>The group within which messages keep their order, for a queue whose <see cref="QueueAttribute.GroupKey"/> is set. Default: the value of
    /// that member. 1 to 256 characters.</summary>
    public string? GroupKey { get; init; }

    /// <summary>Of several messages with one key within <see cref="DeduplicationWindow"/>, only the first is kept. Default: all are; 1 to 256 characters.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>How long a key is remembered. Default: 5 minutes; from a second to 7 days.</summary>
    public TimeSpan DeduplicationWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What travels beside the body. <c>traceparent</c> is added by itself.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>On whose behalf it is sent. Default: that of the run or request that sends it; nobody outside of any. Must be somebody who is authenticated.</summary>
    public ClaimsPrincipal? As { get; init; }
}
