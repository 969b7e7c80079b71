using Marten;

namespace Shop;

/// <summary>Thanks whoever spends much. It knows nothing of ordering but the event.</summary>
public sealed class Thanking(TimeProvider clock)
{
    [Function, EventRule("""{ "source": ["shop"], "detail-type": ["OrderPlaced"], "detail": { "total": [{ "numeric": [">", 100] }] } }""")]
    public void Thank(OrderPlaced order, IDocumentSession db) =>
        db.Insert(new OrderStep(Guid.CreateVersion7(), order.OrderId, "The customer was thanked for a large order.", clock.GetUtcNow()));
}
