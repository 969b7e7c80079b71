namespace Ermine.Queues;

/// <summary>What one queue holds and how it moves.</summary>
/// <param name="Queue">Its name.</param>
/// <param name="IsPaused">Whether no messages are handed out.</param>
/// <param name="Depth">Messages that wait or are under way: exact up to 10,000, then PostgreSQL's estimate.</param>
/// <param name="Later">Messages that wait for their time; in the same way.</param>
/// <param name="Dead">Dead letters; in the same way.</param>
/// <param name="OldestSeconds">The age of the oldest message that waits; null where none does.</param>
/// <param name="InPerSecond">Messages that came in, each second since this process asked last, as PostgreSQL counts, a second or so late; null at the first question.</param>
/// <param name="OutPerSecond">Messages that went out, in the same way.</param>
/// <param name="DrainSeconds">How long it takes until it is empty, at these rates; null where it is not getting emptier.</param>
public sealed record QueueStatus(
    string Queue, bool IsPaused, long Depth, long Later, long Dead, double? OldestSeconds, double? InPerSecond, double? OutPerSecond, double? DrainSeconds);
