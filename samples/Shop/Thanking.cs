using Marten;

namespace Shop;

/// <summary>Thanks whoever spends much. It knows nothing of ordering but the event.</summary>
public sealed class Thanking(TimeProvider clock)
{
    [Function, EventRule<OrderPlaced>(nameof(IsLarge))]
    [EventExample(matches: """{ "source": "shop", "detail-type": "OrderPlaced", "detail": { "total": 100.01 } }""")]
    [EventExample(not: """{ "source": "shop", "detail-type": "OrderPlaced", "detail": { "total": 100 } }""")]
    public void Thank(OrderPlaced order, IDocumentSession db) =>
        db.Insert(new OrderStep(Guid.CreateVersion7(), order.OrderId, "The customer was thanked for a large order.", clock.GetUtcNow()));

    // Never called: the build makes the event pattern of it that says the same.
    private static bool IsLarge(OrderPlaced order) => order.Total > 100;
}
