namespace Ermine;

/// <summary>One firing of a schedule that the app made itself, with what it gave it to carry.</summary>
/// <param name="Schedule">The schedule's name: the id of its function, and after a colon what the app added.</param>
/// <param name="Slot">The time that the firing is for. There is one firing for it, over all nodes.</param>
/// <param name="FiredAt">When it was fired, by the database's clock.</param>
/// <param name="Reason">Why.</param>
/// <param name="Payload">What the schedule carries.</param>
public sealed record ScheduledFiring<T>(string Schedule, DateTimeOffset Slot, DateTimeOffset FiredAt, FiringReason Reason, T Payload)
    : ScheduledFiring(Schedule, Slot, FiredAt, Reason);
