namespace Ermine.Faults.Worker;

/// <summary>An event.</summary>
/// <param name="Id">Given once only.</param>
/// <param name="Kind">By which it is matched: 0 to 9.</param>
/// <param name="Group">The group within which it keeps its order.</param>
/// <param name="Conduct">What is to become of it.</param>
[Event("faults", "Noticed")]
public sealed record Noticed(int Id, int Kind, string Group, Conduct Conduct);
