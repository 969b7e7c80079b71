using Ermine.Benchmarks.Http.Apps.Shared;
using Microsoft.AspNetCore.Authorization;

namespace ErmineApp;

/// <summary>The endpoints as functions.</summary>
[AllowAnonymous]
public static class Shop
{
    [Function, Rest("GET /items/{id}")]
    public static Item Show(int id) => new(id, "a pound of tea");

    [Function, Rest("POST /orders")]
    public static Receipt Place(Order order) => new(order.Name, order.Count * order.Price);

    [Function]
    public static Receipt Quote(int customer, Order order) => new($"{order.Name} for {customer}", order.Count * order.Price);
}
