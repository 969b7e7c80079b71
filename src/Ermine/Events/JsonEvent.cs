namespace Ermine.Events;

/// <summary>An event as JSON, such as one that came from elsewhere.</summary>
/// <param name="Source">Who publishes it; 1 to 256 characters.</param>
/// <param name="DetailType">What has happened; 1 to 128 characters.</param>
/// <param name="Detail">The JSON of what has happened, in UTF-8.</param>
public sealed record JsonEvent(string Source, string DetailType, ReadOnlyMemory<byte> Detail)
{
    /// <summary>Its id. Default: that of the options, else a new one; 1 to 256 characters.</summary>
    public string? Id { get; init; }

    /// <summary>When it happened. Default: that of the options, else now, by the database's clock.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What else stands in the event beside its detail, such as <c>subject</c>; patterns see it, and an <see cref="EventEnvelope{T}"/> has it. Names of 1 to 64
    /// lower-case letters, digits and hyphens, other than those that every event has. Default: nothing.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>As <see cref="PublishOptions.DeduplicationKey"/>, for this event alone.</summary>
    public string? DeduplicationKey { get; init; }
}
