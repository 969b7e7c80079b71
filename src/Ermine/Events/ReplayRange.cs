namespace Ermine.Events;

/// <summary>Which events of the archive are meant. By default all that it has at the moment at which it is asked for.</summary>
public sealed record ReplayRange
{
    /// <summary>Events that were published then or later. Default: from the first that is kept.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Events that were published before this; not in the future. Default: what is published, or being published, at the moment at which it is asked for.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The first position, itself included. Default: no matter.</summary>
    public long? FromPosition { get; init; }

    /// <summary>The last position, itself included. Default: no matter.</summary>
    public long? ToPosition { get; init; }
}
