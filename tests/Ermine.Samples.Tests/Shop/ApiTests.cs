using System.Net;
using System.Net.Http.Json;
using Ermine.Http.Paging;
using Ermine.Testing;
using Shop;
using Shop.Products;

namespace Ermine.Samples.Tests.Shop;

/// <summary>The sample's API, as its callers meet it.</summary>
public sealed class ApiTests : IAsyncLifetime
{
    private readonly MailServer _mail = new();
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await ShopClient.StartAsync(_mail);

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Fact]
    public async Task An_order_that_is_sent_twice_with_one_key_is_bought_once()
    {
        await _app.FillCartAsync();

        using var first = await _app.OrderAsync("once");
        using var again = await _app.OrderAsync("once");
        await _app.IdleAsync();

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Single((await _app.Http.GetFromJsonAsync<Page<Order>>("/orders"))!.Items);
        Assert.Single(_mail.Mailed);
    }

    [Fact]
    public async Task What_is_somebody_elses_is_not_there()
    {
        var order = await _app.BuyAsync();

        var bob = _app.As(ShopClient.Customers.Make("bob", ["shop"]));
        using var seen = await bob.GetAsync(order);
        using var asked = await bob.PostAsync($"{order}/confirmation", null);
        var listed = await bob.GetFromJsonAsync<Page<Order>>("/orders");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (seen.StatusCode, asked.StatusCode));
        Assert.Empty(listed!.Items);
    }

    [Fact]
    public async Task Only_the_staffs_own_issuer_makes_somebody_staff()
    {
        var pretender = ShopClient.Customers.Make("mallory", ["shop"], new Dictionary<string, object> { ["roles"] = "staff" });

        using var asPretender = await _app.As(pretender).GetAsync("/customers");
        using var asStaff = await _app.As(ShopClient.StaffToken).GetAsync("/customers");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (asPretender.StatusCode, asStaff.StatusCode));
    }

    [Fact]
    public async Task A_product_that_a_colleague_has_changed_meanwhile_is_not_overwritten()
    {
        var http = _app.As(ShopClient.StaffToken);
        using var shown = await http.GetAsync("/products/tea");

        using var first = await EditAsync(http, 5m, $"{shown.Headers.ETag}");
        using var second = await EditAsync(http, 6m, $"{shown.Headers.ETag}");
        var price = (await http.GetFromJsonAsync<Product>("/products/tea"))!.Price;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed, 5m), (first.StatusCode, second.StatusCode, price));
    }

    [Fact]
    public async Task The_catalogue_is_read_page_by_page_by_anybody()
    {
        var http = _app.As(ShopClient.StaffToken);
        foreach (var name in (string[])["coffee", "cocoa", "mate"])
        {
            using var added = await http.PutAsJsonAsync($"/products/{name}", new ProductEdit(name, 3m));
            Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        }

        http.DefaultRequestHeaders.Authorization = null;
        var first = (await http.GetFromJsonAsync<Page<Product>>("/products?size=3"))!;
        var second = (await http.GetFromJsonAsync<Page<Product>>($"/products?size=3&cursor={first.Next}"))!;

        Assert.Equal(["cocoa", "coffee", "mate"], first.Items.Select(p => p.Name));
        Assert.Equal(["tea"], second.Items.Select(p => p.Name));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_product_is_said_at_once()
    {
        using var answer = await _app.As(ShopClient.StaffToken).PutAsJsonAsync("/products/NO_SKU", new { name = "", price = -1 });
        var problem = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.All((string[])["\"sku\"", "\"/name\"", "\"/price\""], field => Assert.Contains(field, problem, StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> EditAsync(HttpClient http, decimal price, string tag)
    {
        using var edit = new HttpRequestMessage(HttpMethod.Put, "/products/tea") { Content = JsonContent.Create(new ProductEdit("tea", price)), Headers = { { "If-Match", tag } } };
        return await http.SendAsync(edit);
    }
}
