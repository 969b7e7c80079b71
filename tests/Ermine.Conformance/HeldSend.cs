namespace Ermine.Conformance;

/// <summary>A message that has its number, in a transaction that has not committed yet.</summary>
public abstract class HeldSend : IAsyncDisposable
{
    /// <summary>Commits it.</summary>
    public abstract Task CommitAsync();

    /// <summary>Rolls it back, unless it was committed.</summary>
    public abstract ValueTask DisposeAsync();
}
