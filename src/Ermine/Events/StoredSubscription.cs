namespace Ermine.Events;

/// <summary>A subscription as it is stored: which events of a bus a function gets, and what of them.</summary>
/// <param name="Name">Its name: the id of its function, and after a colon what the app added for one that it made itself.</param>
/// <param name="Bus">The bus.</param>
/// <param name="Queue">The queue of its function.</param>
/// <param name="Pattern">Which events.</param>
public sealed record StoredSubscription(string Name, string Bus, string Queue, string Pattern)
{
    /// <summary>The part of the event that the function is handed; empty for all of it.</summary>
    public string Input { get; init; } = "";

    /// <summary>What the function is handed instead, made of parts of the event; null for the part that <see cref="Input"/> names.</summary>
    public string? Template { get; init; }

    /// <summary>The part of the event by whose value events keep their order; null where they do not.</summary>
    public string? GroupKey { get; init; }

    /// <summary>Whether it stands in the code.</summary>
    public bool IsDeclared { get; init; }
}
