namespace Ermine.Events;

/// <summary>What a replay would do, if it were asked for now.</summary>
/// <param name="Read">Events of the bus and time that it would look at.</param>
/// <param name="Delivered">Those among them that match, and would be delivered.</param>
/// <param name="Examples">The first few that would be delivered.</param>
public sealed record ReplayPlan(long Read, long Delivered, IReadOnlyList<ReplayExample> Examples);
