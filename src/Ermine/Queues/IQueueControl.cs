namespace Ermine.Queues;

/// <summary>What an operator does with queues.</summary>
/// <exception cref="ArgumentException">There is no such queue.</exception>
public interface IQueueControl
{
    /// <summary>What every queue holds and how it moves, in one statement that counts no long table.</summary>
    Task<IReadOnlyList<QueueStatus>> StatusAsync(CancellationToken ct = default);

    /// <summary>Hands out no more messages of a queue, on any node, until it is resumed. Messages may be sent; what is under way goes on.</summary>
    Task PauseAsync(string queue, CancellationToken ct = default);

    /// <summary>Hands out messages again.</summary>
    Task ResumeAsync(string queue, CancellationToken ct = default);

    /// <summary>Deletes all messages that wait in a queue, those that wait for their time included; what is under way goes on. Answers how many there were.</summary>
    Task<long> PurgeAsync(string queue, CancellationToken ct = default);
}
