using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What a provider lends to the suite: two nodes over one database, whose clock can be advanced.</summary>
public abstract class WorkStoreHarness : IAsyncLifetime
{
    /// <summary>The store of a node.</summary>
    public abstract IWorkStore Store { get; }

    /// <summary>The store of another node over the same database.</summary>
    public abstract IWorkStore OtherNode { get; }

    /// <summary>Makes a queue that no other test uses.</summary>
    public abstract Task<string> NewQueueAsync();

    /// <summary>Moves the database's clock forward, for both nodes.</summary>
    public abstract Task AdvanceAsync(TimeSpan by);

    /// <summary>An invocation on the first node.</summary>
    public abstract Invocation NewInvocation();

    /// <summary>Makes an effect in the database part of an invocation's commit; the commit fails if the effect is there already.</summary>
    public abstract void Record(Invocation invocation, Guid effect);

    /// <summary>Whether an effect was committed.</summary>
    public abstract Task<bool> IsRecordedAsync(Guid effect);

    /// <summary>Sends a message in a transaction that stays open.</summary>
    public abstract Task<HeldSend> HoldSendAsync(OutgoingMessage message);

    /// <summary>The dead letters of a queue.</summary>
    public abstract Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(string queue);

    /// <inheritdoc/>
    public abstract Task InitializeAsync();

    /// <inheritdoc/>
    public abstract Task DisposeAsync();
}
