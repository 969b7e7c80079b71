namespace Ermine.Kernel;

/// <summary>How a function takes work from a queue.</summary>
/// <param name="Queue">The queue's name.</param>
public sealed record WorkOptions(string Queue)
{
    /// <summary>A name that the queue had before, which is read too; null for none.</summary>
    public string? FormerQueue { get; init; }

    /// <summary>Messages a batch has at most.</summary>
    public int BatchSize { get; init; } = 1;

    /// <summary>How long a batch that is not full waits for more.</summary>
    public TimeSpan BatchWindow { get; init; }

    /// <summary>How long a claimed message stays invisible to others.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether leases are renewed, at a third of their length.</summary>
    public bool Heartbeat { get; init; } = true;

    /// <summary>Messages that all nodes together take at most; null for no limit.</summary>
    public Rate? MaxRate { get; init; }

    /// <summary>The member of the payload of which a batch has one value only; null for batches as they come.</summary>
    public string? Coalesce { get; init; }

    /// <summary>The newest version of the contract that the function can read.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Messages that all nodes together hold at a time at most; 0 for no limit.</summary>
    public int MaxLeased { get; init; }

    /// <summary>What a run that is done calls next, in its commit; null for nothing.</summary>
    public Func<Message, OutgoingMessage>? OnSuccess { get; init; }

    /// <summary>What a message that is given up calls next, in the transaction that makes it a dead letter; null for nothing.</summary>
    public Func<Message, Failure, OutgoingMessage>? OnFailure { get; init; }

    /// <summary>Whether messages keep their order within groups.</summary>
    public bool IsOrdered { get; init; }
}
