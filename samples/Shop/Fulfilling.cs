using Marten;

namespace Shop;

/// <summary>Sends parcels.</summary>
public sealed class Fulfilling(TimeProvider clock)
{
    // One at a time for each warehouse, so that the numbers of its parcels have no gap and are in the order of the purchases.
    [Function, QueueTrigger]
    public async Task Send(Fulfilment request, IDocumentSession db, CancellationToken ct)
    {
        var ledger = await db.LoadAsync<Ledger>($"{request.Warehouse}", ct) ?? new Ledger { Id = $"{request.Warehouse}" };
        ledger.Parcels++;
        db.Store(ledger);
        db.Insert(new OrderStep(Guid.CreateVersion7(), request.OrderId, $"{request.Warehouse} has sent it as parcel {ledger.Parcels}.", clock.GetUtcNow()));
    }
}
