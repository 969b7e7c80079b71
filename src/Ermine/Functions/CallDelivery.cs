using System.Runtime.ExceptionServices;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>A call on loan to one run. Settling commits; how it ended is kept for whoever waits.</summary>
internal class CallDelivery(CallInvocation invocation) : Delivery
{
    public override CallInvocation Invocation { get; } = invocation;

    /// <summary>How the call ended, its commit included.</summary>
    public Outcome Outcome { get; protected set; } = Outcome.Completed;

    public override ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        Outcome = outcome;
        return outcome.Kind == OutcomeKind.Completed && Invocation.HasCommit && !Invocation.Input.AreBad ? CommitAsync(ct) : default;
    }

    /// <summary>What the function returned.</summary>
    public T Result<T>(CancellationToken ct)
    {
        ThrowIfFailed(ct);
        return (T)Invocation.Input.Result!;
    }

    /// <exception cref="Exception">What the function threw.</exception>
    public void ThrowIfFailed(CancellationToken ct)
    {
        if (Invocation.Input.AreBad) throw new ArgumentException(string.Join(" ", Invocation.Input.Mistakes.SelectMany(m => m.Value.Select(text => $"{m.Key}: {text}"))));
        if (Outcome.Kind == OutcomeKind.Completed) return;
        if (Outcome.Kind == OutcomeKind.Abandoned) throw new OperationCanceledException(Outcome.Reason, ct);
        if (Outcome.Exception is { } thrown) ExceptionDispatchInfo.Throw(thrown);
        throw new CallFailedException(Invocation.Function.Id, Outcome.Reason ?? Outcome.Kind.ToString());
    }

    private async ValueTask CommitAsync(CancellationToken ct) => Outcome = await CallCommit.MakeAsync(Invocation, ct);
}
