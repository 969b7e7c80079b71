using Ermine.Http.Paging;
using Ermine.Postgres.Paging;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Carts;
using Shop.Customers;
using Shop.Mailing;

namespace Shop;

/// <summary>Takes orders and shows what has happened to them. It knows of mail no more than its messages.</summary>
[Authorize("customer")]
public sealed class Ordering(TimeProvider clock)
{
    /// <summary>Buys what is in the caller's cart.</summary>
    /// <remarks>Send the same key again where no answer came: what is bought is bought once.</remarks>
    /// <param name="body">How it is to be sent.</param>
    /// <param name="caller">Who buys.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="mails">Where the confirmation waits.</param>
    /// <param name="fulfilments">Where the parcel waits.</param>
    /// <param name="events">Whom else it may concern.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The order.</returns>
    /// <response code="409">The cart is empty, or the caller has not said where to mail to.</response>
    // The order, both messages, the event, the empty cart and the answer under its key are one commit: there is none of them without the others.
    [Function, Rest("POST /orders"), Idempotent(Required = true), RateLimit("300/m")]
    public async Task<Results<Created<Order>, ProblemHttpResult>> Purchase(
        NewOrder body, IOwnership caller, IDocumentSession db, IQueue<Confirmation> mails, IQueue<Fulfilment> fulfilments, IEventBus events, CancellationToken ct)
    {
        if (await db.LoadAsync<Customer>(caller.Subject, ct) is not { } customer) return Refused("Say who you are first: PUT /customers/me.");
        if (await db.LoadAsync<Cart>(caller.Subject, ct) is not { Lines: [_, ..] } cart) return Refused("The cart is empty: PUT /cart/items/{sku}.");

        var order = new Order(Guid.CreateVersion7(), customer.Id, customer.Email, cart.Lines, body.Warehouse, clock.GetUtcNow());
        db.Insert(order);
        db.Delete(cart);
        await mails.SendAsync(new Confirmation(order.Id, order.Email, order.Text), OnceFor(order), ct);
        await fulfilments.SendAsync(new Fulfilment(order.Id, order.Warehouse), ct: ct);
        await events.PublishAsync(new OrderPlaced(order.Id, order.Email, order.Total), ct: ct);
        return TypedResults.Created($"/orders/{order.Id}", order);
    }

    /// <summary>Lists the caller's orders, the latest first.</summary>
    /// <param name="page">Which of them.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="db">Where they are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>A page of orders.</returns>
    [Function, Rest("GET /orders"), Paged(MaxSize = 100)]
    public Task<Page<Order>> List(PageRequest page, IOwnership caller, IQuerySession db, CancellationToken ct)
    {
        var subject = caller.Subject;
        return db.Query<Order>().Where(order => order.Customer == subject).ToPageDescendingAsync(page, order => order.PlacedAt, ct);
    }

    /// <summary>Mails the confirmation of an order again.</summary>
    /// <remarks>Whoever asks again and again gets one mail in five minutes.</remarks>
    /// <param name="id">The order's id.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="db">Where orders are kept.</param>
    /// <param name="mails">Where the confirmation waits.</param>
    /// <param name="ct">Ends the request.</param>
    /// <response code="202">The mail is on its way.</response>
    /// <response code="404">The caller has no such order.</response>
    [Function, Rest("POST /orders/{id}/confirmation"), Owns]
    public async Task<Accepted> ConfirmAgain(Guid id, IOwnership caller, IQuerySession db, IQueue<Confirmation> mails, CancellationToken ct)
    {
        var order = caller.Require(await db.LoadAsync<Order>(id, ct));
        await mails.SendAsync(new Confirmation(order.Id, order.Email, order.Text), OnceFor(order), ct);
        return TypedResults.Accepted((string?)null);
    }

    /// <summary>Shows an order with what has happened to it.</summary>
    /// <param name="id">The order's id.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The order and its history.</returns>
    /// <response code="404">The caller has no such order.</response>
    [Function, Rest("GET /orders/{id}"), Owns]
    public async Task<OrderHistory?> Show(Guid id, IQuerySession db, CancellationToken ct)
    {
        if (await db.LoadAsync<Order>(id, ct) is not { } order) return null;

        return new OrderHistory(order, await db.Query<OrderStep>().Where(step => step.OrderId == id).OrderBy(step => step.At).ToListAsync(ct));
    }

    private static ProblemHttpResult Refused(string title) => TypedResults.Problem(title: title, statusCode: StatusCodes.Status409Conflict);

    // Whoever asks again and again gets one mail in five minutes.
    private static SendOptions OnceFor(Order order) => new() { DeduplicationKey = $"{order.Id}" };
}
