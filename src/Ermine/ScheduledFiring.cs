namespace Ermine;

/// <summary>One firing of a schedule: what a function with <see cref="ScheduleAttribute"/> may take as its parameter.</summary>
/// <param name="Schedule">The schedule's name: the id of its function, and after a colon what the app added for one that it made itself.</param>
/// <param name="Slot">The time that the firing is for. There is one firing for it, over all nodes.</param>
/// <param name="FiredAt">When it was fired, by the database's clock.</param>
/// <param name="Reason">Why.</param>
public record ScheduledFiring(string Schedule, DateTimeOffset Slot, DateTimeOffset FiredAt, FiringReason Reason);
