using Ermine.Kernel;

namespace Ermine.Architecture.Toy;

/// <summary>One tick: what the run did is committed, and a tick that failed is not repeated.</summary>
internal sealed class TickerDelivery(TickerInvocation invocation) : Delivery
{
    public override TickerInvocation Invocation { get; } = invocation;

    public override async ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        if (outcome.Kind == OutcomeKind.Completed && Invocation.HasCommit) await Invocation.Commit.CommitAsync(null, ct);
    }
}
