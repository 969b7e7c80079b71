namespace Ermine.Queues;

/// <summary>Queues for code that belongs to no invocation, such as singletons: every send is durable when its task completes.</summary>
public interface IQueues
{
    /// <summary>The queue of a payload type.</summary>
    /// <exception cref="InvalidOperationException">The type has no <see cref="QueueAttribute"/>.</exception>
    IQueue<T> For<T>();
}
