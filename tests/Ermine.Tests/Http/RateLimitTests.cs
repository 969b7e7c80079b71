using System.Globalization;
using System.Net;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

public sealed class RateLimitTests
{
    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_come_again()
    {
        await using var app = await StartAsync(new RateLimitAttribute("3/h"));
        for (var i = 2; i >= 0; i--)
        {
            var granted = await app.Client.GetAsync("/limited");
            Assert.Equal((HttpStatusCode.NoContent, $"\"default\";r={i}"), (granted.StatusCode, granted.Headers.GetValues("RateLimit").Single()));
        }

        var refused = await app.Client.GetAsync("/limited");

        await Problem.OfAsync(refused, HttpStatusCode.TooManyRequests);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1_190, 1_200);
        Assert.Equal("\"default\";q=3;w=3600", refused.Headers.GetValues("RateLimit-Policy").Single());
        Assert.Equal($"\"default\";r=0;t={refused.Headers.RetryAfter.Delta.Value.TotalSeconds.ToString(CultureInfo.InvariantCulture)}", refused.Headers.GetValues("RateLimit").Single());
    }

    [Fact]
    public async Task A_limit_fills_again_with_time()
    {
        await using var app = await StartAsync(new RateLimitAttribute("20/s") { Burst = 1 });
        await app.Client.GetAsync("/limited");

        while ((await app.Client.GetAsync("/limited")).StatusCode == HttpStatusCode.TooManyRequests) await Task.Yield();
    }

    [Fact]
    public async Task A_burst_may_be_other_than_the_number_of_the_rate()
    {
        await using var app = await StartAsync(new RateLimitAttribute("1/h") { Burst = 2 });

        Assert.Equal("204, 204, 429", await StatusesAsync(app, "/limited", 3));
    }

    [Fact]
    public async Task Routes_of_one_function_share_its_limit_and_others_have_none()
    {
        await using var app = await StartAsync(new RateLimitAttribute("2/h"));

        Assert.Equal("204", await StatusesAsync(app, "/limited", 1));
        Assert.Equal("204, 429", await StatusesAsync(app, "/also-limited", 2));
        Assert.Equal("204, 204, 204, 204", await StatusesAsync(app, "/free", 4));
        Assert.False((await app.Client.GetAsync("/free")).Headers.Contains("RateLimit-Policy"));
    }

    [Fact]
    public async Task A_limit_that_is_no_rate_keeps_the_app_from_starting()
    {
        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => StartAsync(new RateLimitAttribute("often")));

        Assert.Contains("ERM421", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> StatusesAsync(HttpApp app, string path, int times)
    {
        var statuses = new int[times];
        for (var i = 0; i < times; i++) statuses[i] = (int)(await app.Client.GetAsync(path)).StatusCode;
        return string.Join(", ", statuses);
    }

    private static Task<HttpApp> StartAsync(RateLimitAttribute limit) => HttpApp.StartAsync(catalog =>
    {
        catalog.Add("limited.run", new FunctionAttribute(), new RestAttribute("GET /limited"), null, InputShape.Http, Nothing, limit);
        catalog.Add("limited.run", new FunctionAttribute(), new RestAttribute("GET /also-limited"), null, InputShape.Http, Nothing, limit);
        catalog.Add("free.run", new FunctionAttribute(), new RestAttribute("GET /free"), null, InputShape.Http, Nothing);
    });

    private static ValueTask<Outcome> Nothing(Invocation invocation, CancellationToken ct) => new(Outcome.Completed);
}
