namespace Ermine.Samples.Tests.Polls;

/// <summary>What voters know of their votes, to be held against what was counted. Each vote has a choice of its own, so that each can be told.</summary>
public sealed class VoteLedger(int votes)
{
    private readonly bool[] _sent = new bool[votes];
    private readonly bool[] _accepted = new bool[votes];

    /// <summary>Votes that were answered with 202.</summary>
    public int Accepted => _accepted.Count(accepted => accepted);

    /// <summary>Notes that a vote is on its way; from here on it may have arrived.</summary>
    public void Sent(int vote) => _sent[vote] = true;

    /// <summary>Notes that a vote was answered with 202.</summary>
    public void WasAccepted(int vote) => _accepted[vote] = true;

    /// <summary>Whether every accepted vote has been counted.</summary>
    public bool IsComplete(IReadOnlyList<int> counted) => !Enumerable.Range(0, votes).Any(vote => _accepted[vote] && counted[vote] == 0);

    /// <summary>One line for each vote that was lost, counted twice, or never sent; none if all is well.</summary>
    public IReadOnlyList<string> Violations(IReadOnlyList<int> counted) => [.. Enumerable.Range(0, votes).Select(vote => Violation(vote, counted[vote])).OfType<string>()];

    private string? Violation(int vote, int count) => (_sent[vote], _accepted[vote], count) switch
    {
        (_, true, 0) => $"Vote {vote} was accepted and is lost.",
        (_, _, > 1) => $"Vote {vote} was counted {count} times.",
        (false, _, > 0) => $"Vote {vote} was never sent and is counted.",
        _ => null,
    };
}
