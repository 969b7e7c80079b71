namespace Ermine.Events;

/// <summary>A replay: events of the archive that are delivered once more, to one subscription.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Subscription">Whose function gets the events.</param>
/// <param name="Bus">The bus whose events they are.</param>
/// <param name="Range">Which of them, as it was asked for.</param>
/// <param name="AskedAt">When it was asked for, by the database's clock.</param>
public sealed record EventReplay(string Name, string Subscription, string Bus, ReplayRange Range, DateTimeOffset AskedAt)
{
    /// <summary>How far it has come.</summary>
    public ReplayState State { get; init; }

    /// <summary>Events of the bus and time that it has looked at.</summary>
    public long Read { get; init; }

    /// <summary>Those among them that matched, each of which is a message in the function's queue.</summary>
    public long Delivered { get; init; }

    /// <summary>The position up to which it has come.</summary>
    public long Position { get; init; }

    /// <summary>The position to which it goes; null while that is not known.</summary>
    public long? LastPosition { get; init; }

    /// <summary>What went wrong last; null where nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
