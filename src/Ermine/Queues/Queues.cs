using Ermine.Kernel;

namespace Ermine.Queues;

internal sealed class Queues(PayloadSerializer serializer, IWorkStore store, IIdentityCarrier? carrier = null) : IQueues
{
    public IQueue<T> For<T>() => new Queue<T>(new Outbox(null, store, carrier), serializer);
}
