namespace Ermine.Kernel;

/// <summary>Messages of one queue that this node holds until a time, and the fence that proves it.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Owner">The number of this node's life, under which the messages were claimed.</param>
/// <param name="Messages">The messages.</param>
public sealed record Lease(string Queue, int Owner, IReadOnlyList<Message> Messages)
{
    /// <summary>The same lease over some of its messages.</summary>
    public Lease Of(IReadOnlyList<Message> messages) => this with { Messages = messages };
}
