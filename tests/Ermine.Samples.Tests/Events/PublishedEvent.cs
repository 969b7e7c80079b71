namespace Ermine.Samples.Tests.Events;

/// <summary>An event that somebody has tried to publish.</summary>
/// <param name="Id">Ascends within a group in the order of publishing.</param>
/// <param name="Kind">By which it is matched.</param>
/// <param name="Group">Its group.</param>
/// <param name="Notice">The number of the notice in which it was published, all or none.</param>
/// <param name="IsAccepted">Whether the publisher was told so; where not, it may have happened all the same.</param>
/// <param name="IsNoted">Whether its publisher was to record it in the same commit.</param>
public sealed record PublishedEvent(int Id, int Kind, string Group, int Notice, bool IsAccepted, bool IsNoted);
