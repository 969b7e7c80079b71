namespace Ermine.Kernel;

/// <summary>What one queue holds at a moment.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="Ready">Messages that are due.</param>
/// <param name="Leased">Messages that somebody works on.</param>
/// <param name="Later">Messages that wait for their time.</param>
/// <param name="Dead">Dead letters.</param>
public sealed record QueueDepth(string Queue, long Ready, long Leased, long Later, long Dead)
{
    /// <summary>Whether it is paused, so that what is due waits.</summary>
    public bool IsPaused { get; init; }
}
