namespace Ermine.Schedules;

/// <summary>What becomes of a schedule that is due.</summary>
/// <param name="Firings">What is fired now, in order.</param>
/// <param name="NextSlot">The next time that has had no firing; null where there is none.</param>
/// <param name="NextAt">When it is to be looked at next.</param>
public sealed record DueFirings(IReadOnlyList<Firing> Firings, DateTimeOffset? NextSlot, DateTimeOffset? NextAt);
