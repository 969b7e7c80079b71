using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.OutputCaching;

namespace Ermine.Tests.Http;

/// <summary>What is put before functions only where an attribute or a setting asks for it.</summary>
public sealed class SettingTests
{
    private int _runs;

    [Fact]
    public async Task An_answer_is_cached_where_the_attribute_says_so()
    {
        await using var app = await StartAsync([new OutputCacheAttribute { Duration = 60 }]);

        var (first, again) = (await app.Client.GetStringAsync("/answer"), await app.Client.GetStringAsync("/answer"));

        Assert.Equal((first, 1), (again, _runs));
        await app.Client.GetStringAsync("/plain");
        await app.Client.GetStringAsync("/plain");
        Assert.Equal(3, _runs);
    }

    [Fact]
    public async Task Answers_are_compressed_where_the_setting_says_so()
    {
        await using var plain = await StartAsync([]);
        await using var compressed = await StartAsync([], ("Ermine:Http:Compression", "true"));

        Assert.Empty((await AskAsync(plain, HttpMethod.Get, ("Accept-Encoding", "gzip"))).Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], (await AskAsync(compressed, HttpMethod.Get, ("Accept-Encoding", "gzip"))).Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("https://shop.example", true)]
    [InlineData("https://evil.example", false)]
    public async Task Pages_of_the_origins_that_are_named_may_call(string origin, bool isAllowed)
    {
        await using var app = await StartAsync([], ("Ermine:Http:Cors:Origins:0", "https://shop.example"));

        var preflight = await AskAsync(app, HttpMethod.Options, ("Origin", origin), ("Access-Control-Request-Method", "GET"));
        var call = await AskAsync(app, HttpMethod.Get, ("Origin", origin));

        Assert.Equal(isAllowed, preflight.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(isAllowed, call.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("Ermine:Http:Cors:Origins", "https://shop.example/path")]
    [InlineData("Ermine:Http:Cors:Origins", "shop.example")]
    [InlineData("Ermine:Http:Compression", "sometimes")]
    public async Task A_setting_that_cannot_be_read_keeps_the_app_from_starting(string setting, string value)
    {
        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => StartAsync([], (setting, value)));

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_do_not_go_with_every_origin() =>
        await Assert.ThrowsAsync<ErmineStartupException>(() => StartAsync([], ("Ermine:Http:Cors:Origins", "*"), ("Ermine:Http:Cors:Credentials", "true")));

    private static async Task<HttpResponseMessage> AskAsync(HttpApp app, HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/answer");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await app.Client.SendAsync(request);
    }

    private Task<HttpApp> StartAsync(object[] metadata, params (string Key, string Value)[] settings) => HttpApp.StartAsync(catalog =>
    {
        catalog.Add("answer.give", new FunctionAttribute(), new RestAttribute("GET /answer"), null, InputShape.Http, AnswerAsync, metadata);
        catalog.Add("plain.give", new FunctionAttribute(), new RestAttribute("GET /plain"), null, InputShape.Http, AnswerAsync);
    }, builder =>
    {
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
    });

    private ValueTask<Outcome> AnswerAsync(Invocation invocation, CancellationToken ct)
    {
        ((HttpInvocation)invocation).RespondText($"{Guid.NewGuid()} {new string('x', 500)} {Interlocked.Increment(ref _runs)}");
        return new(Outcome.Completed);
    }
}
