namespace Ermine.Kernel;

/// <summary>An invocation on loan from a source, to be given back with its outcome.</summary>
public abstract class Delivery : IAsyncDisposable
{
    /// <summary>The invocation to run.</summary>
    public abstract Invocation Invocation { get; }

    /// <summary>Cancelled when going on would be in vain: the lease was lost, or the caller went away.</summary>
    public virtual CancellationToken Revoked => default;

    /// <summary>Gives the outcome back. For a completed run this is the commit: effects, messages sent, acknowledgement.</summary>
    /// <remarks>Expected failures are answered here, by recording another outcome; what is thrown is a broken world.</remarks>
    public abstract ValueTask SettleAsync(Outcome outcome, CancellationToken ct);

    /// <summary>Ends the loan, and with it the invocation: after settling, and also where a run or its settling threw.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Invocation.DisposeAsync();
    }
}
