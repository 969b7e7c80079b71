using System.Net;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

public sealed class VersionTests
{
    [Theory]
    [InlineData("/v1/products", null, "one")]
    [InlineData("/v2/products", null, "two")]
    [InlineData("/v2.1/products", null, "two")]
    [InlineData("/products", "1", "one")]
    [InlineData("/products", "2", "two")]
    [InlineData("/v1/products", "2", "one")] // the path has the say
    public async Task A_version_is_chosen_by_path_or_by_header(string path, string? header, string answer)
    {
        await using var app = await StartAsync();

        Assert.Equal(answer, await (await GetAsync(app, path, header)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/v9/products", null, HttpStatusCode.NotFound)]
    [InlineData("/products", "9", HttpStatusCode.BadRequest)]
    [InlineData("/products", null, HttpStatusCode.BadRequest)]
    public async Task Who_asks_for_none_that_there_is_is_told_which_there_are(string path, string? header, HttpStatusCode status)
    {
        await using var app = await StartAsync();

        var answer = await GetAsync(app, path, header);

        await Problem.OfAsync(answer, status);
        Assert.Contains("\"versions\":\"1, 2, 2.1\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_without_a_version_answers_whoever_asks_for_none_that_there_is()
    {
        await using var app = await StartAsync(catalog => Add(catalog, "plain", "GET /products", "plain"));

        Assert.Equal("plain", await (await GetAsync(app, "/products", null)).Content.ReadAsStringAsync());
        Assert.Equal("two", await (await GetAsync(app, "/products", "2")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task What_will_go_says_so_with_every_answer()
    {
        await using var app = await StartAsync();

        var headers = (await GetAsync(app, "/v1/products", null)).Headers;
        var others = (await GetAsync(app, "/v2/products", null)).Headers;

        Assert.Equal(("@1780272000", "Fri, 01 Jan 2027 00:00:00 GMT", "<https://shop.example/v2>; rel=\"deprecation\""), (headers.GetValues("Deprecation").Single(), headers.GetValues("Sunset").Single(), headers.GetValues("Link").Single()));
        Assert.False(others.Contains("Deprecation"));
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpApp app, string path, string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (version is not null) request.Headers.Add("api-version", version);
        return await app.Client.SendAsync(request);
    }

    private static Task<HttpApp> StartAsync(Action<FunctionCatalog>? more = null) => HttpApp.StartAsync(catalog =>
    {
        Add(catalog, "one", "GET /products", "one", new ApiVersionAttribute("1"), new DeprecatedAttribute { Since = "2026-06-01", Sunset = "2027-01-01", Link = "https://shop.example/v2" });
        Add(catalog, "two", "GET /products", "two", new ApiVersionAttribute("2"), new ApiVersionAttribute("2.1"));
        more?.Invoke(catalog);
    });

    private static void Add(FunctionCatalog catalog, string id, string route, string answer, params object[] metadata) =>
        catalog.Add($"products.{id}", new FunctionAttribute(), new RestAttribute(route), null, InputShape.Http, (invocation, _) =>
        {
            ((HttpInvocation)invocation).RespondText(answer);
            return new(Outcome.Completed);
        }, metadata);
}
