using Marten;

namespace Shop;

/// <summary>Learns from the payment provider which orders are paid.</summary>
public sealed class Paying(TimeProvider clock)
{
    // The provider repeats what it gets no answer to; what it has said once is done once. What is for no order of ours, or of another amount, is for people to look at.
    [Function, Webhook("payments", Scheme = WebhookScheme.StandardWebhooks), RejectOn<ArgumentException>]
    public async Task Note(WebhookDelivery<PaymentNews> delivery, IDocumentSession db, CancellationToken ct)
    {
        if (delivery.Type != "payment.succeeded") return;

        var payment = delivery.Body.Data;
        if (await db.LoadAsync<Order>(payment.OrderId, ct) is not { } order || order.Total != payment.Amount) throw new ArgumentException($"The payment {delivery.Id} fits no order.");
        db.Insert(new OrderStep(Guid.CreateVersion7(), order.Id, "The order was paid.", clock.GetUtcNow()));
    }
}
