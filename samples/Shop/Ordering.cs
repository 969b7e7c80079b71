using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Mailing;

namespace Shop;

/// <summary>Takes orders and shows what has happened to them. It knows of mail no more than its messages.</summary>
[AllowAnonymous]
public sealed class Ordering(TimeProvider clock)
{
    /// <summary>Places an order.</summary>
    /// <param name="body">What is bought, and by whom.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="mails">Where the confirmation waits.</param>
    /// <param name="fulfilments">Where the parcel waits.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The order.</returns>
    // The order and both messages are one commit: there is no order without its mail and parcel, and neither without the order.
    [Function, Rest("POST /orders")]
    public async Task<Created<Order>> Purchase(NewOrder body, IDocumentSession db, IQueue<Confirmation> mails, IQueue<Fulfilment> fulfilments, CancellationToken ct)
    {
        var order = new Order(Guid.CreateVersion7(), body.Email, body.Item, body.Quantity, body.Warehouse);
        db.Insert(order);
        await mails.SendAsync(new Confirmation(order.Id, order.Email, $"{order.Quantity} x {order.Item}"), OnceFor(order), ct);
        await fulfilments.SendAsync(new Fulfilment(order.Id, order.Warehouse), ct: ct);
        return TypedResults.Created($"/orders/{order.Id}", order);
    }

    /// <summary>Mails the confirmation of an order again.</summary>
    /// <remarks>Whoever asks again and again gets one mail in five minutes.</remarks>
    /// <param name="id">The order's id.</param>
    /// <param name="db">Where orders are kept.</param>
    /// <param name="mails">Where the confirmation waits.</param>
    /// <param name="ct">Ends the request.</param>
    /// <response code="202">The mail is on its way.</response>
    /// <response code="404">There is no such order.</response>
    [Function, Rest("POST /orders/{id}/confirmation")]
    public async Task<Results<Accepted, NotFound>> ConfirmAgain(Guid id, IQuerySession db, IQueue<Confirmation> mails, CancellationToken ct)
    {
        if (await db.LoadAsync<Order>(id, ct) is not { } order) return TypedResults.NotFound();

        await mails.SendAsync(new Confirmation(order.Id, order.Email, $"{order.Quantity} x {order.Item}"), OnceFor(order), ct);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Shows an order with what has happened to it.</summary>
    /// <param name="id">The order's id.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The order and its history.</returns>
    /// <response code="404">There is no such order.</response>
    [Function, Rest("GET /orders/{id}")]
    public async Task<OrderHistory?> Show(Guid id, IQuerySession db, CancellationToken ct)
    {
        if (await db.LoadAsync<Order>(id, ct) is not { } order) return null;

        return new OrderHistory(order, await db.Query<OrderStep>().Where(step => step.OrderId == id).OrderBy(step => step.At).ToListAsync(ct));
    }

    [Function, QueueTrigger]
    public void Note(Confirmed confirmed, IDocumentSession db) =>
        db.Insert(new OrderStep(Guid.CreateVersion7(), confirmed.OrderId, "The confirmation was mailed.", clock.GetUtcNow()));

    // Whoever asks again and again gets one mail in five minutes.
    private static SendOptions OnceFor(Order order) => new() { DeduplicationKey = $"{order.Id}" };
}
