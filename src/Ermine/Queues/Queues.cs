using Ermine.Kernel;

namespace Ermine.Queues;

internal sealed class Queues(PayloadSerializer serializer, IWorkStore store) : IQueues
{
    public IQueue<T> For<T>() => new Queue<T>(null, serializer, store);
}
