namespace Polls;

/// <summary>How a poll stands.</summary>
public sealed record PollReport(string Question, int Votes, string? Leading);
