namespace Ermine;

/// <summary>What became of each item of a batch, for a batch function that can tell: those it names are tried again or rejected, all others are done.</summary>
/// <remarks>What the run stored and sent is committed with the removal of what is done, so store nothing for an item that is not.
/// Items are named by their place in the list that the function was given, from 0.</remarks>
public sealed class BatchResult
{
    private readonly Dictionary<int, UnfinishedItem> _unfinished = [];

    /// <summary>A result in which every item is done.</summary>
    public static BatchResult Completed => new();

    /// <summary>The items that are not done, by their place.</summary>
    internal IReadOnlyDictionary<int, UnfinishedItem> Unfinished => _unfinished;

    /// <summary>The item is tried again after a while. At its last attempt it goes to the dead letters.</summary>
    /// <param name="item">Its place, from 0.</param>
    /// <param name="reason">Why, in one line, without any payload.</param>
    /// <param name="after">How long to wait. Default: as the function's backoff says.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place or the wait is negative.</exception>
    public BatchResult Retry(int item, string reason, TimeSpan? after = null)
    {
        if (after is { } wait) ArgumentOutOfRangeException.ThrowIfLessThan(wait, TimeSpan.Zero, nameof(after));
        return Set(item, new UnfinishedItem(reason, IsRejected: false, after));
    }

    /// <summary>The item goes to the dead letters.</summary>
    /// <param name="item">Its place, from 0.</param>
    /// <param name="reason">Why, in one line, without any payload.</param>
    /// <exception cref="ArgumentOutOfRangeException">The place is negative.</exception>
    public BatchResult Reject(int item, string reason) => Set(item, new UnfinishedItem(reason, IsRejected: true, After: null));

    private BatchResult Set(int item, UnfinishedItem outcome)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(item);
        _unfinished[item] = outcome;
        return this;
    }
}
