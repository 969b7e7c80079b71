using Ermine.Kernel;

namespace Ermine.Postgres.Queues;

/// <summary>A claim that waits, and takes what this process sends meanwhile.</summary>
internal sealed class Offer(WorkClaim claim, int owner)
{
    private readonly TaskCompletionSource<Lease> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The claim.</summary>
    public WorkClaim Claim { get; } = claim;

    /// <summary>Under whom its messages are leased.</summary>
    public int Owner { get; } = owner;

    /// <summary>What it was given: completes once, with no messages where nothing came of it.</summary>
    public Task<Lease> Given => _given.Task;

    /// <summary>Gives it messages that are recorded as leased to it; false where it waits no longer.</summary>
    public bool TryGive(IReadOnlyList<Message> messages) => _given.TrySetResult(new Lease(Claim.Queue, Owner, messages));
}
