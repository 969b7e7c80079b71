using System.ComponentModel.DataAnnotations;
using Ermine.Http.Paging;
using Ermine.Postgres.Paging;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shop.Products;

/// <summary>What the shop sells: everybody reads it, the staff writes it.</summary>
public static class Catalogue
{
    /// <summary>Lists products by their names.</summary>
    /// <param name="page">Which of them.</param>
    /// <param name="db">Where they are kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>A page of products.</returns>
    [Function, Rest("GET /products"), Paged(DefaultSize = 20, MaxSize = 100), AllowAnonymous]
    public static Task<Page<Product>> List(PageRequest page, IQuerySession db, CancellationToken ct) => db.Query<Product>().ToPageAsync(page, p => p.Name, ct);

    /// <summary>Shows a product.</summary>
    /// <param name="sku">Its number.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The product.</returns>
    /// <response code="404">There is no such product.</response>
    [Function, Rest("GET /products/{sku}"), ETag, AllowAnonymous]
    public static Task<Product?> Show([RegularExpression(Sku.Pattern)] string sku, IQuerySession db, CancellationToken ct) => db.LoadAsync<Product>(sku, ct);

    /// <summary>Adds a product, or changes the one that has the number.</summary>
    /// <remarks>With <c>If-Match</c> only if nobody else has changed it since.</remarks>
    /// <param name="sku">Its number.</param>
    /// <param name="body">What is said of it.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The product.</returns>
    [Function, Rest("PUT /products/{sku}"), ETag, Authorize("staff")]
    public static async Task<Results<Ok<Product>, Created<Product>>> Edit([RegularExpression(Sku.Pattern)] string sku, ProductEdit body, IDocumentSession db, CancellationToken ct)
    {
        var known = await db.LoadAsync<Product>(sku, ct);
        var product = known ?? new Product { Id = sku, Name = body.Name, Price = body.Price };
        (product.Name, product.Price, product.Description) = (body.Name, body.Price, body.Description);
        db.Store(product);
        return known is null ? TypedResults.Created($"/products/{sku}", product) : TypedResults.Ok(product);
    }

    /// <summary>Takes a product off the shelf.</summary>
    /// <param name="sku">Its number.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="404">There is no such product.</response>
    [Function, Rest("DELETE /products/{sku}"), ETag(typeof(Product)), Authorize("staff")]
    public static async Task<Results<NoContent, NotFound>> Remove([RegularExpression(Sku.Pattern)] string sku, IDocumentSession db, CancellationToken ct)
    {
        if (await db.LoadAsync<Product>(sku, ct) is not { } product) return TypedResults.NotFound();

        db.Delete(product);
        return TypedResults.NoContent();
    }
}
