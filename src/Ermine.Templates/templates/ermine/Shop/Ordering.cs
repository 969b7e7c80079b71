using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop;

/// <summary>Takes orders in at once, and books them at the pace of the database.</summary>
[AllowAnonymous] // the template has no users yet: put [Authorize] here once it does
public sealed class Ordering
{
    /// <summary>Takes an order, which is booked soon afterwards.</summary>
    /// <response code="202">The order is on its way to the books.</response>
    [Function, Rest("POST /orders")]
    public async Task<Accepted> Place(PlaceOrder body, IQueue<OrderPlaced> orders, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await orders.SendAsync(new OrderPlaced(id, body.Item, body.Quantity), ct: ct);
        return TypedResults.Accepted($"/orders/{id}");
    }

    [Function, QueueTrigger]
    public void Book(OrderPlaced order, IDocumentSession db) =>
        db.Store(new Order { Id = order.Id, Item = order.Item, Quantity = order.Quantity });

    /// <summary>Shows an order that has been booked.</summary>
    /// <param name="id">The order's id.</param>
    /// <response code="404">There is no such order, or it has not been booked yet.</response>
    [Function, Rest("GET /orders/{id}")]
    public Task<Order?> Show(Guid id, IQuerySession db, CancellationToken ct) => db.LoadAsync<Order>(id, ct);
}
