using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Messages of a request on loan to one run. All of them are done and committed, or none is.</summary>
internal sealed class MessageCall(MessageInvocation invocation) : Delivery
{
    public override MessageInvocation Invocation { get; } = invocation;

    /// <summary>How the call ended, its commit included.</summary>
    public Outcome Outcome { get; private set; } = Outcome.Completed;

    public override async ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        var batch = Invocation.Input;
        if (outcome.Kind == OutcomeKind.Completed && batch.Unfinished.Count > 0) outcome = Outcome.Rejected(string.Join(" ", batch.Unfinished.Select(u => u.Outcome.Reason)));
        Outcome = outcome.Kind == OutcomeKind.Completed && batch.Unreadable.Count == 0 ? await CallCommit.MakeAsync(Invocation, ct) : outcome;
    }
}
