using Ermine.Kernel;

namespace Ermine.Benchmarks.Dispatch;

/// <summary>Lends one run, and settles at once.</summary>
internal sealed class BareDelivery(Invocation invocation) : Delivery
{
    public override Invocation Invocation { get; } = invocation;

    public override ValueTask SettleAsync(Outcome outcome, CancellationToken ct) =>
        outcome.Kind == OutcomeKind.Completed ? default : throw new InvalidOperationException(outcome.ToString());
}
