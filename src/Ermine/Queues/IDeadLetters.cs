using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>What is done with messages that were given up. Every queue keeps them, until they are tried again, discarded, or older than
/// <c>Ermine:Queues:DeadLetterDays</c> (default 30).</summary>
/// <exception cref="ArgumentException">There is no such queue, or a filter is out of range.</exception>
public interface IDeadLetters
{
    /// <summary>The kinds of failures that there are, the most frequent first, at most 100.</summary>
    Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(string queue, CancellationToken ct = default);

    /// <summary>Letters, without their bodies.</summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, DeadLetterFilter filter, CancellationToken ct = default);

    /// <summary>One letter with its body; null where there is none of that number.</summary>
    Task<DeadLetter?> PeekAsync(string queue, long id, CancellationToken ct = default);

    /// <summary>Replaces the body of a letter, to be tried again as it ought to have been; false where there is none of that number.</summary>
    /// <exception cref="PayloadException">The body is no JSON, or larger than <see cref="PayloadSerializer.MaxBytes"/>.</exception>
    Task<bool> EditAsync(string queue, long id, string payload, CancellationToken ct = default);

    /// <summary>Sends letters again, as new attempts from the first; answers how many there were, at most the filter's limit.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="rate">How fast they come due, so that what failed together does not come back together. Default: at once.</param>
    /// <param name="ct">Cancels it; nothing is sent again then.</param>
    Task<int> RedriveAsync(string queue, DeadLetterFilter filter, Rate? rate = null, CancellationToken ct = default);

    /// <summary>Deletes letters; answers how many there were, at most the filter's limit.</summary>
    Task<int> DiscardAsync(string queue, DeadLetterFilter filter, CancellationToken ct = default);
}
