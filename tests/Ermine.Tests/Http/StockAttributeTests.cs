using System.Net;
using System.Text;
using System.Threading.RateLimiting;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Http;

/// <summary>Attributes of ASP.NET Core's own on a function do what they do on any endpoint, behind the middleware that reads them.</summary>
public sealed class StockAttributeTests
{
    [Fact]
    public async Task A_policy_of_the_stock_rate_limiter_holds()
    {
        await using var app = await StartAsync(new EnableRateLimitingAttribute("one"), b => b.AddRateLimiter(o => o.AddFixedWindowLimiter("one", OneAnHour)), a => a.UseRateLimiter());

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.ServiceUnavailable), (await PostAsync(app), await PostAsync(app)));
    }

    [Fact]
    public async Task A_function_may_be_left_out_of_the_stock_rate_limiter()
    {
        await using var app = await StartAsync(
            new DisableRateLimitingAttribute(), b => b.AddRateLimiter(o => o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(_ => RateLimitPartition.GetFixedWindowLimiter(0, _ => Limit()))), a => a.UseRateLimiter());

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (await PostAsync(app), await PostAsync(app)));
    }

    [Theory]
    [InlineData(10, 1_000, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(2_000_000, 1_500_000, HttpStatusCode.NoContent)]
    [InlineData(null, 1_500_000, HttpStatusCode.NoContent)]
    public async Task A_limit_of_the_body_holds_in_place_of_the_usual_one(int? limit, int length, HttpStatusCode status)
    {
        await using var app = await StartAsync(limit is { } bytes ? new RequestSizeLimitAttribute(bytes) : new DisableRequestSizeLimitAttribute());

        Assert.Equal(status, await PostAsync(app, length));
    }

    [Fact]
    public async Task A_timeout_of_the_request_ends_the_function()
    {
        await using var app = await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("POST /"), null, InputShape.Http, WaitAsync, new RequestTimeoutAttribute(20)),
            b => b.Services.AddRequestTimeouts(), first: a => a.UseRequestTimeouts());

        Assert.Equal(HttpStatusCode.GatewayTimeout, await PostAsync(app));
    }

    [Fact]
    public async Task A_policy_for_pages_of_other_origins_holds()
    {
        await using var app = await StartAsync(new EnableCorsAttribute("shop"), b => b.AddCors(c => c.AddPolicy("shop", p => p.WithOrigins("https://shop.example"))), a => a.UseCors());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = Json(2), Headers = { { "Origin", "https://shop.example" } } };

        using var answer = await app.Client.SendAsync(request);

        Assert.Equal("https://shop.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    private static Task<HttpApp> StartAsync(object attribute, Action<IServiceCollection>? services = null, Action<WebApplication>? first = null) => HttpApp.StartAsync(
        catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("POST /"), null, InputShape.Http, ReadAsync, attribute),
        b => services?.Invoke(b.Services), first: first);

    private static async ValueTask<Outcome> ReadAsync(Invocation invocation, CancellationToken ct)
    {
        var http = (HttpInvocation)invocation;
        await http.BodyAsync<string>(ct);
        return http.IsBad ? http.BadRequest() : Outcome.Completed;
    }

    private static async ValueTask<Outcome> WaitAsync(Invocation invocation, CancellationToken ct)
    {
        await Task.Delay(Timeout.Infinite, ct);
        return Outcome.Completed;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpApp app, int length = 2)
    {
        using var answer = await app.Client.PostAsync("/", Json(length));
        return answer.StatusCode;
    }

    private static StringContent Json(int length) => new($"\"{new string('a', length - 2)}\"", Encoding.UTF8, "application/json");

    private static void OneAnHour(FixedWindowRateLimiterOptions options) => (options.PermitLimit, options.Window) = (1, TimeSpan.FromHours(1));

    private static FixedWindowRateLimiterOptions Limit() => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) };
}
