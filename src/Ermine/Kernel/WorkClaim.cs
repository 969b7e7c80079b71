namespace Ermine.Kernel;

/// <summary>What a node asks a queue for.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Limit">Messages that it takes at most; where it only waits, 0 for none.</param>
/// <param name="Lease">How long they are to stay invisible to others.</param>
public sealed record WorkClaim(string Queue, int Limit, TimeSpan Lease)
{
    /// <summary>The newest version of the contract that it can read; newer messages wait for others.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Messages that all nodes together hold at a time at most; 0 for no limit.</summary>
    public int MaxLeased { get; init; }

    /// <summary>Whether the queue's messages keep their order within groups: a claim then takes the first of each group that has none under way.</summary>
    public bool IsOrdered { get; init; }
}
