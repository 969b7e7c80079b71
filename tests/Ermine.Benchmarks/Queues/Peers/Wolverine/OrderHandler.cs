using Ermine.Benchmarks.Queues.Apps.Shared;

namespace WolverinePeer;

/// <summary>Only counts.</summary>
public static class OrderHandler
{
    public static void Handle(Order order) => Tally.Add(order.At);
}
