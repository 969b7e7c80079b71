using Ermine.Http.Paging;
using Ermine.Postgres.Paging;
using Marten;
using Microsoft.AspNetCore.Authorization;

namespace Shop.Customers;

/// <summary>Who buys here: everybody sees and changes themselves, the staff sees all.</summary>
public static class Accounts
{
    /// <summary>Shows the caller.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="db">Where customers are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The customer.</returns>
    /// <response code="404">The caller has said nothing of themselves so far.</response>
    [Function, Rest("GET /customers/me"), ETag, Authorize("customer"), Owns]
    public static Task<Customer?> Show(IOwnership caller, IQuerySession db, CancellationToken ct) => db.LoadAsync<Customer>(caller.Subject, ct);

    /// <summary>Notes what the caller says of themselves.</summary>
    /// <param name="body">What it is.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="db">Where customers are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The customer.</returns>
    [Function, Rest("PUT /customers/me"), ETag, Authorize("customer"), Owns]
    public static async Task<Customer> Edit(CustomerEdit body, IOwnership caller, IDocumentSession db, CancellationToken ct)
    {
        var customer = await db.LoadAsync<Customer>(caller.Subject, ct) ?? new Customer { Id = caller.Subject, Name = body.Name, Email = body.Email };
        (customer.Name, customer.Email) = (body.Name, body.Email);
        db.Store(customer);
        return customer;
    }

    /// <summary>Lists customers by their names.</summary>
    /// <param name="page">Which of them.</param>
    /// <param name="db">Where they are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>A page of customers.</returns>
    [Function, Rest("GET /customers"), Paged(MaxSize = 100), Authorize("staff")]
    public static Task<Page<Customer>> List(PageRequest page, IQuerySession db, CancellationToken ct) => db.Query<Customer>().ToPageAsync(page, c => c.Name, ct);
}
