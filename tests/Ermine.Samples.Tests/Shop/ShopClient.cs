using System.Net.Http.Json;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shop;
using Shop.Mailing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>Starts the sample and buys from it.</summary>
internal static class ShopClient
{
    /// <summary>Starts it with a mail server of the test.</summary>
    public static Task<TestApp> StartAsync(IMail mail) =>
        TestApp.StartAsync<Ordering>(options => options.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(mail))));

    /// <summary>Buys tea, and answers the order's address.</summary>
    public static async Task<Uri> BuyAsync(this TestApp app, string email = "ada@example.org", Warehouse warehouse = Warehouse.Berlin)
    {
        using var bought = await app.Http.PostAsJsonAsync("/orders", new NewOrder(email, "tea", 2, warehouse));
        bought.EnsureSuccessStatusCode();
        return bought.Headers.Location!;
    }

    /// <summary>What has happened to an order.</summary>
    public static async Task<string[]> StepsAsync(this TestApp app, Uri order) =>
        [.. (await app.Http.GetFromJsonAsync<OrderHistory>(order))!.Steps.Select(step => step.What)];
}
