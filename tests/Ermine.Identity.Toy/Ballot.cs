namespace Ermine.Identity.Toy;

/// <summary>What only voters may send.</summary>
[Queue("ballots")]
public sealed record Ballot(int Choice);
