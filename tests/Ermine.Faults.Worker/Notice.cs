namespace Ermine.Faults.Worker;

/// <summary>Events that are published together: all of them, or none.</summary>
/// <param name="Events">The events.</param>
/// <param name="IsNoted">Whether the publisher also records them in the table <c>noted</c>, in the same commit.</param>
public sealed record Notice(IReadOnlyList<Noticed> Events, bool IsNoted);
