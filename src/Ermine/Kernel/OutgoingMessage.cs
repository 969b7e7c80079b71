namespace Ermine.Kernel;

/// <summary>One message to be sent.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Payload">The body: JSON in UTF-8.</param>
/// <param name="Delay">How long it is to wait before it is due. Default: not at all.</param>
/// <param name="Headers">What travels beside the body.</param>
public sealed record OutgoingMessage(string Queue, ReadOnlyMemory<byte> Payload, TimeSpan Delay = default, IReadOnlyDictionary<string, string>? Headers = null)
{
    /// <summary>Which is taken first. An ordered message has none.</summary>
    public MessagePriority Priority { get; init; }

    /// <summary>The group within which it keeps its order. An ordered message has no delay.</summary>
    public string? GroupKey { get; init; }

    /// <summary>How long after being sent it is worth handling; null for ever.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>Of several messages with one key within <see cref="DeduplicationWindow"/>, only the first is kept; null for all.</summary>
    public string? DeduplicationKey { get; init; }

    /// <summary>How long the key is remembered.</summary>
    public TimeSpan DeduplicationWindow { get; init; }

    /// <summary>The id of the asynchronous run that it is; null where it is none.</summary>
    public Guid? Run { get; init; }

    /// <summary>How it waits for others that are to take its place; null where it does not.</summary>
    public Debounce? Debounce { get; init; }

    /// <summary>Whether it is an event, which is addressed to a bus: whoever sends it makes of it a message for each subscriber, as it is recorded.</summary>
    public bool IsEvent { get; init; }

    /// <summary>The version of its contract.</summary>
    public int Version { get; init; } = 1;
}
