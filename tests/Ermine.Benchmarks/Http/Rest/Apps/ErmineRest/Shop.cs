using System.Security.Claims;
using Ermine.Benchmarks.Http.Rest.Shared;
using Microsoft.AspNetCore.Authorization;

namespace ErmineRest;

/// <summary>The endpoints as functions.</summary>
public static class Shop
{
    [Function, Rest("GET /items/{id}")]
    public static Item Show(int id) => new(id, "a pound of tea", 425);

    [Function, Rest("GET /me"), Authorize]
    public static Caller Me(HttpContext context) => new(context.User.FindFirstValue("sub")!);

    [Function, Rest("POST /baskets"), AllowAnonymous]
    public static Placed Place(Basket basket) => basket.Place();
}
