namespace Ermine.Samples.Tests.Faults;

/// <summary>An effect that a run has left in the database.</summary>
/// <param name="Place">Ascends in the order of the runs.</param>
/// <param name="Message">The message; that of a follow-up is negative.</param>
/// <param name="Attempt">Which attempt it was.</param>
public sealed record Effect(long Place, int Message, int Attempt);
