using System.Net.Http.Json;
using Ermine.Samples.Tests.Shop;
using Ermine.Testing;
using Shop;
using Shop.Products;

namespace Ermine.Samples.Tests.OpenApi;

/// <summary>A sample that runs for the tests of one class, and is started when the first of them asks: with somebody of the staff as its caller, and tea in stock where it sells any.</summary>
public sealed class SampleApi<TProgram> : IAsyncDisposable where TProgram : class
{
    private readonly Lazy<Task<TestApp>> _app = new(StartAsync);

    public Task<TestApp> App => _app.Value;

    /// <summary>The document for users of the API, or another one.</summary>
    public async Task<string> DocumentAsync(string name = "v1") => await (await App).Http.GetStringAsync($"/openapi/{name}.json");

    public async ValueTask DisposeAsync()
    {
        if (_app.IsValueCreated) await (await App).DisposeAsync();
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync<TProgram>(options => options.TrustBoth());
        app.As(ShopClient.StaffToken);
        if (typeof(TProgram) != typeof(Ordering)) return app;

        using var stocked = await app.Http.PutAsJsonAsync("/products/tea", new ProductEdit("tea", 4.90m));
        stocked.EnsureSuccessStatusCode();
        return app;
    }
}
