namespace Polls;

/// <summary>What a voter sends: the index of a choice.</summary>
/// <param name="Choice" example="1">The choice's index, from 0.</param>
public sealed record CastVote(int Choice);
