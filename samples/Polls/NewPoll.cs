namespace Polls;

/// <summary>What opens a poll.</summary>
public sealed record NewPoll(string Question, IReadOnlyList<string> Choices);
