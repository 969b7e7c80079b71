namespace ErmineQueue;

/// <summary>Only counts.</summary>
public sealed class Orders(Counter counter)
{
    [Function, QueueTrigger]
    public void Take(Order order) => counter.Add(order.At);
}
