namespace Ermine.Faults.Worker;

/// <summary>One message on its way into a queue.</summary>
/// <param name="Id">Given once only.</param>
/// <param name="Queue">The queue's name.</param>
/// <param name="Conduct">What is to become of it.</param>
/// <param name="Group">Its group, for the ordered queue.</param>
/// <param name="Padding">What makes it large, for those that are handled alone.</param>
public sealed record Parcel(int Id, string Queue, Conduct Conduct, string? Group = null, string? Padding = null);
