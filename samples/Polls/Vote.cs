namespace Polls;

/// <summary>One vote on its way to the tally.</summary>
[Queue("votes")]
public sealed record Vote(Guid PollId, int Choice);
