using System.Net;
using System.Net.Http.Json;
using Ermine.Testing;

namespace Shop.Tests;

public sealed class OrderingTests
{
    [Fact]
    public async Task An_order_that_was_placed_is_booked()
    {
        await using var app = await TestApp.StartAsync<Program>();

        var placed = await app.Http.PostAsJsonAsync("/orders", new PlaceOrder("tea", 2));
        await app.IdleAsync();

        Assert.Equal(HttpStatusCode.Accepted, placed.StatusCode);
        var order = await app.Http.GetFromJsonAsync<Order>(placed.Headers.Location);
        Assert.Equal(("tea", 2), (order!.Item, order.Quantity));
    }
}
