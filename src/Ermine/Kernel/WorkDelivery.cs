namespace Ermine.Kernel;

/// <summary>Leased messages on loan to one run.</summary>
internal sealed class WorkDelivery(WorkSource source, Lease lease, WorkInvocation invocation) : Delivery
{
    private CancellationTokenSource? _revoked;
    private bool _isRevoked;
    private bool _isAcknowledging;

    public Lease Lease { get; private set; } = lease;

    public override WorkInvocation Invocation { get; } = invocation;

    /// <summary>Made when first asked for: a run that ends before anybody could be told needs none.</summary>
    public override CancellationToken Revoked
    {
        get
        {
            var revoked = LazyInitializer.EnsureInitialized(ref _revoked);
            if (Volatile.Read(ref _isRevoked)) revoked.Cancel();
            return revoked.Token;
        }
    }

    public void Revoke()
    {
        Volatile.Write(ref _isRevoked, true);
        _revoked?.Cancel();
    }

    public override async ValueTask SettleAsync(Outcome outcome, CancellationToken ct)
    {
        try
        {
            await BuryRefusedAsync(ct);
            var readable = await BuryUnreadableAsync(ct);
            if (readable.Messages.Count == 0) return;

            if (outcome.Kind == OutcomeKind.Completed) await CompleteAsync(readable, ct);
            else await RecordAsync(readable, outcome, ct);
        }
        catch (LeaseLostException)
        {
            source.LeaseLost(Lease.Messages.Count); // whoever holds the messages now does the work; nothing of this run was recorded
        }
    }

    /// <summary>Ends the heartbeat of this lease, unless it is still to be acknowledged. Where it could not be settled, the messages are due again when it runs out.</summary>
    public override ValueTask DisposeAsync()
    {
        if (!_isAcknowledging) source.Ended(this);
        return base.DisposeAsync();
    }

    private async ValueTask CompleteAsync(Lease readable, CancellationToken ct)
    {
        var unfinished = Invocation.Input.Unfinished;
        var done = unfinished.Count == 0 ? readable : readable.Of([.. readable.Messages.Except(unfinished.Select(u => u.Message))]);
        if (done.Messages.Count > 0 && IsRun && Answered(ref done) is { } unanswered)
        {
            await RecordAsync(readable, unanswered, ct);
            return;
        }

        if (done.Messages.Count > 0 && await CommitAsync(done, ct) is { Kind: not OutcomeKind.Completed } failed)
        {
            await RecordAsync(readable, failed, ct);
            return;
        }

        foreach (var other in unfinished.GroupBy(u => (u.Outcome.Kind, u.Outcome.After, u.Outcome.Reason)))
            await RecordAsync(readable.Of([.. other.Select(u => u.Message)]), RetryPolicy.OfItem(Invocation, other.First().Outcome), ct);
    }

    private bool IsRun => Lease.Messages[0].Run is not null;

    // A result that cannot be kept is a failure of its run: nothing of it is recorded.
    private Outcome? Answered(ref Lease done)
    {
        try
        {
            done = done.Of([done.Messages[0] with { Result = RunResult.Of(Invocation.Input) }]);
            if (source.Succeeded(Lease.Queue, done.Messages[0]) is { } next) Invocation.Commit.Send(next);
            return null;
        }
        catch (PayloadException e)
        {
            var failed = Outcome.Rejected(e.Message, e);
            DispatchLog.Report(source.Log, Invocation, failed);
            return failed;
        }
    }

    private async ValueTask<Outcome> CommitAsync(Lease done, CancellationToken ct)
    {
        try
        {
            if (Invocation.HasCommit) await Invocation.Commit.CommitAsync(done, ct);
            else if (done.Messages.Count == Lease.Messages.Count) AcknowledgeSoon(done);
            else await source.Store.AcknowledgeAsync(done, ct);
            return Outcome.Completed;
        }
        catch (CommitException e) when (e.Failure is CommitFailure.Conflict or CommitFailure.Unavailable or CommitFailure.Refused or CommitFailure.Unstorable)
        {
            var failed = RetryPolicy.Answer(Invocation, e);
            DispatchLog.Report(source.Log, Invocation, failed);
            return failed;
        }
        catch (CommitException e) when (e.Failure is CommitFailure.Unknown)
        {
            source.OutcomeUnknown(Lease.Messages.Count, e);
            return Outcome.Completed; // whether it was recorded is not known, and must not be tried again: the lease decides
        }
    }

    // Without effects there is nothing that an acknowledgement would have to be one with, so nobody waits for it.
    private void AcknowledgeSoon(Lease done)
    {
        Lease = done;
        _isAcknowledging = true;
        source.Acknowledge(this);
    }

    private async ValueTask RecordAsync(Lease lease, Outcome outcome, CancellationToken ct)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Retry:
                await source.Store.RetryAsync(lease, outcome.After, outcome.Reason!, outcome.IsCounted, ct);
                break;
            case OutcomeKind.Rejected:
                await source.BuryAsync(lease, Failure.Of(Invocation.Function, outcome), ct);
                break;
            case OutcomeKind.Abandoned:
                await source.Store.ReleaseAsync(lease, ct);
                break;
        }
    }

    private async ValueTask<Lease> BuryUnreadableAsync(CancellationToken ct)
    {
        var (unreadable, refused) = (Invocation.Input.Unreadable, Invocation.Input.Refused);
        foreach (var (message, reason) in unreadable) await source.BuryAsync(Lease.Of([message]), new Failure(Invocation.Function.Id, reason), ct);
        return unreadable.Count + refused.Count == 0 ? Lease : Lease.Of([.. Lease.Messages.Except(unreadable.Select(u => u.Message)).Except(refused.Select(r => r.Message))]);
    }

    private async ValueTask BuryRefusedAsync(CancellationToken ct)
    {
        foreach (var alike in Invocation.Input.Refused.GroupBy(r => (r.Reason, r.Kind)))
            await source.BuryAsync(Lease.Of([.. alike.Select(r => r.Message)]), Failure.OfKind(Invocation.Function.Id, alike.Key.Reason, alike.Key.Kind), ct);
    }
}
