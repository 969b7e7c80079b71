namespace Polls;

/// <summary>What a voter sends: the index of a choice.</summary>
public sealed record CastVote(int Choice);
