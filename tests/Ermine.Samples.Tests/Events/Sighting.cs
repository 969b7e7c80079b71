namespace Ermine.Samples.Tests.Events;

/// <summary>An effect that an event has had, of one subscriber.</summary>
/// <param name="Place">Ascends in the order of the runs.</param>
/// <param name="Subscriber">The subscriber.</param>
/// <param name="Event">The event's id.</param>
/// <param name="Attempt">Which attempt it was.</param>
public sealed record Sighting(long Place, string Subscriber, int Event, int Attempt);
