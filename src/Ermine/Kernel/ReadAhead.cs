namespace Ermine.Kernel;

/// <summary>How many messages a source claims beyond the free places, so that a fast function does not wait for a round trip each time.</summary>
/// <remarks>A claim that was used up within <see cref="Soon"/> is followed by one of twice as many, one that took longer than <see cref="Late"/>
/// by half: what a node holds ready is never more than it handles in a moment, and the rest is there for other nodes.</remarks>
internal sealed class ReadAhead(TimeProvider time)
{
    private const int Most = 1_000;
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(150);

    private long? _claimedAt;

    /// <summary>Messages beyond those that free places can take.</summary>
    public int Messages { get; private set; }

    /// <summary>A claim has brought messages.</summary>
    /// <param name="wasFull">Whether it brought all that was asked for, so that there probably are more.</param>
    public void Claimed(bool wasFull) => _claimedAt = wasFull ? time.GetTimestamp() : null;

    /// <summary>What the last claim brought is used up, or nearly.</summary>
    /// <param name="places">Messages that free places can take.</param>
    public void UsedUp(int places)
    {
        if (_claimedAt is not { } at) return;

        _claimedAt = null;
        var took = time.GetElapsedTime(at);
        if (took < Soon) Messages = Math.Min(Most, Math.Max(places, 2 * Messages));
        else if (took > Late) Messages /= 2;
    }
}
