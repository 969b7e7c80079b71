using Ermine.Faults.Worker;

namespace Ermine.Samples.Tests.Faults;

/// <summary>A message that a sender has tried to send.</summary>
/// <param name="Id">Ascends within a group in the order of sending.</param>
/// <param name="Queue">The queue.</param>
/// <param name="Conduct">What is to become of it.</param>
/// <param name="Group">Its group, on the ordered queue.</param>
/// <param name="Shipment">The number of the shipment in which it was sent, all or none.</param>
/// <param name="IsAccepted">Whether the sender was told so; where not, it may have been sent all the same.</param>
public sealed record SentMessage(int Id, string Queue, Conduct Conduct, string? Group, int Shipment, bool IsAccepted);
