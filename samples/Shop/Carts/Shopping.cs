using System.ComponentModel.DataAnnotations;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Shop.Products;

namespace Shop.Carts;

/// <summary>The cart of whoever is signed in.</summary>
[Authorize("customer")]
public sealed class Shopping(IOwnership caller)
{
    private const int MaxLines = 100;

    /// <summary>Shows the caller's cart.</summary>
    /// <param name="db">Where carts are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The cart; an empty one where nothing was put into it.</returns>
    [Function, Rest("GET /cart")]
    public Task<Cart> Show(IQuerySession db, CancellationToken ct) => CartAsync(db, ct);

    /// <summary>Puts a product into the cart, or changes how many there are of it.</summary>
    /// <param name="sku">The product's number.</param>
    /// <param name="body">How many.</param>
    /// <param name="db">Where carts are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The cart.</returns>
    /// <response code="404">There is no such product.</response>
    /// <response code="409">The cart is full, or somebody changes it at the same time.</response>
    [Function, Rest("PUT /cart/items/{sku}")]
    public async Task<Results<Ok<Cart>, ProblemHttpResult>> Put([RegularExpression(Sku.Pattern)] string sku, CartEdit body, IDocumentSession db, CancellationToken ct)
    {
        if (await db.LoadAsync<Product>(sku, ct) is not { } product) return TypedResults.Problem(title: $"There is no product '{sku}'.", statusCode: StatusCodes.Status404NotFound);

        var cart = await CartAsync(db, ct);
        CartLine[] others = [.. cart.Lines.Where(line => line.Sku != sku)];
        if (others.Length >= MaxLines) return TypedResults.Problem(title: $"A cart has at most {MaxLines} products.", statusCode: StatusCodes.Status409Conflict);

        cart.Lines = [.. others, new CartLine(sku, product.Name, body.Quantity, product.Price)];
        db.Store(cart);
        return TypedResults.Ok(cart);
    }

    /// <summary>Takes a product out of the cart.</summary>
    /// <param name="sku">The product's number.</param>
    /// <param name="db">Where carts are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The cart.</returns>
    [Function, Rest("DELETE /cart/items/{sku}")]
    public async Task<Cart> Remove([RegularExpression(Sku.Pattern)] string sku, IDocumentSession db, CancellationToken ct)
    {
        var cart = await CartAsync(db, ct);
        cart.Lines = [.. cart.Lines.Where(line => line.Sku != sku)];
        db.Store(cart);
        return cart;
    }

    private async Task<Cart> CartAsync(IQuerySession db, CancellationToken ct) => await db.LoadAsync<Cart>(caller.Subject, ct) ?? new Cart { Id = caller.Subject };
}
