using System.Diagnostics;

namespace Ermine.Kernel;

/// <summary>One message as it was claimed.</summary>
/// <param name="Id">Its number in the queue.</param>
/// <param name="Origin">The number that it was first given, which stays the same when it is retried.</param>
/// <param name="Attempt">Which attempt this is; the first is 1.</param>
/// <param name="Payload">The body: JSON in UTF-8.</param>
/// <param name="Headers">What travels beside the body, such as <c>traceparent</c>.</param>
/// <param name="EnqueuedAt">When it was sent, by the database's clock.</param>
public sealed record Message(
    long Id, long Origin, int Attempt, ReadOnlyMemory<byte> Payload, IReadOnlyDictionary<string, string>? Headers, DateTimeOffset EnqueuedAt)
{
    /// <summary>The name of the header that carries the W3C trace context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>The name of the header that carries the identity of the sender, signed.</summary>
    public const string Identity = "ermine-identity";

    /// <summary>The name of the header of a run whose payload is not the object of its arguments, but the one argument that it has.</summary>
    public const string OneArgument = "ermine-one-argument";

    /// <summary>The priority that it was sent with.</summary>
    public MessagePriority Priority { get; init; }

    /// <summary>The group within which it keeps its order; null where it has none.</summary>
    public string? GroupKey { get; init; }

    /// <summary>Whether its time to live was over when it was claimed: it goes to the dead letters unseen.</summary>
    public bool IsExpired { get; init; }

    /// <summary>The id of the asynchronous run that it is; null where it is none.</summary>
    public Guid? Run { get; init; }

    /// <summary>What that run answered, as JSON, once it is done: recorded by whatever acknowledges the message.</summary>
    public ReadOnlyMemory<byte>? Result { get; init; }

    /// <summary>The trace that the message was sent in; default where there was none.</summary>
    public ActivityContext Trace =>
        Headers is not null && Headers.TryGetValue(TraceParent, out var text) && ActivityContext.TryParse(text, null, isRemote: true, out var context) ? context : default;
}
