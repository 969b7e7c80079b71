namespace Ermine.Kernel;

/// <summary>Leased messages on loan to one run.</summary>
internal sealed class WorkDelivery(WorkSource source, Lease lease, WorkInvocation invocation) : Delivery
{
    private readonly CancellationTokenSource _revoked = new();

    public Lease Lease { get; } = lease;

    public override WorkInvocation Invocation { get; } = invocation;

    public override CancellationToken Revoked => _revoked.Token;

    public void Revoke() => _revoked.Cancel();

    public override async ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        try
        {
            var readable = await BuryUnreadableAsync(ct);
            if (readable.Messages.Count == 0) return;

            if (outcome.Kind == OutcomeKind.Completed) outcome = await CommitAsync(readable, ct);
            await RecordAsync(readable, outcome, ct);
        }
        catch (LeaseLostException)
        {
            source.LeaseLost(this); // whoever holds the messages now does the work; nothing of this run was recorded
        }
    }

    /// <summary>Ends the heartbeat of this lease. Where it could not be settled, the messages are due again when it runs out.</summary>
    public override ValueTask DisposeAsync()
    {
        source.Ended(this);
        return base.DisposeAsync();
    }

    private async ValueTask<Outcome> CommitAsync(Lease lease, CancellationToken ct)
    {
        try
        {
            if (Invocation.HasCommit) await Invocation.Commit.CommitAsync(lease, ct);
            else await source.Store.AcknowledgeAsync(lease, ct);
            return Outcome.Completed;
        }
        catch (CommitException e) when (e.Failure is CommitFailure.Conflict or CommitFailure.Unavailable or CommitFailure.Refused)
        {
            var failed = RetryPolicy.Answer(Invocation, e);
            DispatchLog.Report(source.Log, Invocation, failed);
            return failed;
        }
        catch (CommitException e) when (e.Failure is CommitFailure.Unknown)
        {
            source.OutcomeUnknown(this, e);
            return Outcome.Completed; // whether it was recorded is not known, and must not be tried again: the lease decides
        }
    }

    private async ValueTask RecordAsync(Lease lease, Outcome outcome, CancellationToken ct)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Retry:
                await source.Store.RetryAsync(lease, outcome.After, outcome.Reason!, ct);
                break;
            case OutcomeKind.Rejected:
                await source.Store.DeadLetterAsync(lease, outcome.Reason!, ct);
                break;
            case OutcomeKind.Abandoned:
                await source.Store.ReleaseAsync(lease, ct);
                break;
        }
    }

    private async ValueTask<Lease> BuryUnreadableAsync(CancellationToken ct)
    {
        var unreadable = Invocation.Input.Unreadable;
        foreach (var (message, reason) in unreadable) await source.Store.DeadLetterAsync(Lease.Of([message]), reason, ct);
        return unreadable.Count == 0 ? Lease : Lease.Of([.. Lease.Messages.Except(unreadable.Select(u => u.Message))]);
    }
}
