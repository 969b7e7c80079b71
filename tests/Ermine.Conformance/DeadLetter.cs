namespace Ermine.Conformance;

/// <summary>A message that was given up, as the store keeps it.</summary>
public sealed record DeadLetter(long Id, int Attempts, string Reason, string Payload, IReadOnlyDictionary<string, string>? Headers, DateTimeOffset EnqueuedAt, DateTimeOffset DiedAt);
