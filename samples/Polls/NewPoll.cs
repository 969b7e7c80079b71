namespace Polls;

/// <summary>What opens a poll.</summary>
/// <param name="Question" example="Tea or coffee?">What is asked.</param>
/// <param name="Choices" example="[&quot;Tea&quot;, &quot;Coffee&quot;]">What can be chosen, in the order in which it is shown.</param>
public sealed record NewPoll(string Question, IReadOnlyList<string> Choices);
