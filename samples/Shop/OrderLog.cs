using Marten;
using Shop.Mailing;

namespace Shop;

/// <summary>Notes what happens to orders elsewhere.</summary>
public sealed class OrderLog(TimeProvider clock)
{
    [Function, QueueTrigger]
    public void Note(Confirmed confirmed, IDocumentSession db) =>
        db.Insert(new OrderStep(Guid.CreateVersion7(), confirmed.OrderId, "The confirmation was mailed.", clock.GetUtcNow()));
}
