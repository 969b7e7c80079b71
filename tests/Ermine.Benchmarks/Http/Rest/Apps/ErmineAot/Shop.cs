using Ermine.Benchmarks.Http.Rest.Shared;
using Microsoft.AspNetCore.Authorization;

namespace ErmineAot;

/// <summary>The endpoints as functions.</summary>
public static class Shop
{
    [Function, Rest("GET /items/{id}")]
    public static Item Show(int id) => new(id, "a pound of tea", 425);

    [Function, Rest("POST /baskets"), AllowAnonymous]
    public static Placed Place(Basket basket) => basket.Place();
}
