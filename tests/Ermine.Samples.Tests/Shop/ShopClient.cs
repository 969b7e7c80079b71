using System.Net.Http.Json;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shop;
using Shop.Carts;
using Shop.Customers;
using Shop.Mailing;
using Shop.Products;

namespace Ermine.Samples.Tests.Shop;

/// <summary>Starts the sample, with tea in stock, and buys from it as Ada.</summary>
internal static class ShopClient
{
    /// <summary>Who signs the tokens of customers.</summary>
    public static TestTokens Customers { get; } = new("customers");

    /// <summary>Who signs the tokens of the staff.</summary>
    public static TestTokens Staff { get; } = new("staff");

    /// <summary>The token of somebody who works here.</summary>
    public static string StaffToken => Staff.Make("sam", ["shop"], new Dictionary<string, object> { ["roles"] = "staff" }, TimeSpan.FromHours(1)); // a long run is one caller's

    /// <summary>What the payment provider will sign with next, which the sample takes beside what it signs with now.</summary>
    public static string NextPaymentSecret => "whsec_b25seSBmb3IgdGVzdHM6IHRoZSBuZXh0IG9uZQ==";

    /// <summary>Has the sample take the tokens of both, and webhooks of the payment provider that are signed anew.</summary>
    public static TestAppOptions TrustBoth(this TestAppOptions options) => options.Trust(Customers).Trust(Staff)
        .Set("Ermine:Auth:Policies:staff", $"role:staff claim:iss={Staff.Issuer}").Set("Ermine:Webhooks:payments:Secrets:0", NextPaymentSecret);

    /// <summary>Starts it with a mail server of the test.</summary>
    public static async Task<TestApp> StartAsync(IMail mail, Action<TestAppOptions>? configure = null)
    {
        var app = await TestApp.StartAsync<Ordering>(options =>
        {
            options.TrustBoth().ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(mail)));
            configure?.Invoke(options);
        });
        using var stocked = await app.As(StaffToken).PutAsJsonAsync("/products/tea", new ProductEdit("tea", 4.90m));
        stocked.EnsureSuccessStatusCode();
        app.As(Customers.Make("ada", ["shop"]));
        return app;
    }

    /// <summary>The client of the app, from now on with that token.</summary>
    public static HttpClient As(this TestApp app, string token)
    {
        app.Http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return app.Http;
    }

    /// <summary>Buys tea, and answers the order's address.</summary>
    public static async Task<Uri> BuyAsync(this TestApp app, string email = "ada@example.org", Warehouse warehouse = Warehouse.Berlin, int quantity = 2)
    {
        await app.FillCartAsync(email, quantity);
        using var bought = await app.OrderAsync($"{Guid.NewGuid()}", warehouse);
        bought.EnsureSuccessStatusCode();
        return bought.Headers.Location!;
    }

    /// <summary>Says who buys, and puts tea into the cart.</summary>
    public static async Task FillCartAsync(this TestApp app, string email = "ada@example.org", int quantity = 2)
    {
        using var known = await app.Http.PutAsJsonAsync("/customers/me", new CustomerEdit("Ada", email));
        known.EnsureSuccessStatusCode();
        using var put = await app.Http.PutAsJsonAsync("/cart/items/tea", new CartEdit(quantity));
        put.EnsureSuccessStatusCode();
    }

    /// <summary>Buys what is in the cart.</summary>
    public static async Task<HttpResponseMessage> OrderAsync(this TestApp app, string key, Warehouse warehouse = Warehouse.Berlin)
    {
        using var order = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = JsonContent.Create(new NewOrder(warehouse)), Headers = { { "Idempotency-Key", key } } };
        return await app.Http.SendAsync(order);
    }

    /// <summary>What has happened to an order.</summary>
    public static async Task<string[]> StepsAsync(this TestApp app, Uri order) =>
        [.. (await app.Http.GetFromJsonAsync<OrderHistory>(order))!.Steps.Select(step => step.What)];
}
