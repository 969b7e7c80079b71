namespace Ermine.Queues;

/// <summary>Dead letters of one kind: of the same function, that failed at the same place.</summary>
/// <param name="Fingerprint">What they share.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Function">The function that gave them up.</param>
/// <param name="Exception">The full name of the exception's type; null where none was thrown.</param>
/// <param name="Reason">The reason of the last of them.</param>
/// <param name="First">When the first was given up.</param>
/// <param name="Last">When the last was given up.</param>
public sealed record DeadLetterGroup(string? Fingerprint, long Count, string? Function, string? Exception, string Reason, DateTimeOffset First, DateTimeOffset Last);
