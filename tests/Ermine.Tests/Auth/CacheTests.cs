using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Ermine.Tests.Auth;

/// <summary>Tokens that were found good are not judged anew for a short while, and not a moment longer.</summary>
public sealed class CacheTests : IDisposable
{
    private readonly TestIssuer _issuer = new("good");
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");

    [Fact]
    public async Task A_token_that_was_found_good_is_found_again_without_being_judged()
    {
        await using var app = await StartAsync();
        var token = Token();

        await AskAsync(app, token);
        var kept = app.Services.GetRequiredService<TokenCache>().Find(token);

        Assert.Equal("alice", Assert.Single(kept!.Claims, c => c.Type == "sub").Value);
    }

    [Fact]
    public async Task A_token_is_refused_once_it_has_expired_though_it_was_kept_in_mind()
    {
        await using var app = await StartAsync();
        var token = Token(seconds: 20);
        Assert.Equal(HttpStatusCode.NoContent, await AskAsync(app, token));

        _clock.Advance(TimeSpan.FromSeconds(20) + TokenValidator.Skew);

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, token));
    }

    [Fact]
    public async Task A_token_is_judged_anew_when_it_has_expired_and_after_a_minute()
    {
        await using var app = await StartAsync();
        var cache = app.Services.GetRequiredService<TokenCache>();
        var (brief, lasting) = (Token(seconds: 20), Token(seconds: 600));
        await AskAsync(app, brief);
        await AskAsync(app, lasting);

        _clock.Advance(TimeSpan.FromSeconds(20));
        var afterExpiry = (cache.Find(brief), cache.Find(lasting));
        _clock.Advance(TimeSpan.FromSeconds(40));

        Assert.Null(afterExpiry.Item1);
        Assert.NotNull(afterExpiry.Item2);
        Assert.Null(cache.Find(lasting));
    }

    [Fact]
    public async Task A_change_of_keys_forgets_every_token()
    {
        await using var app = await StartAsync(fromFile: true);
        var old = Token();
        Assert.Equal(HttpStatusCode.NoContent, await AskAsync(app, old));

        await RotateAsync(app);

        Assert.Null(app.Services.GetRequiredService<TokenCache>().Find(old));
    }

    [Fact]
    public async Task A_key_that_is_published_no_more_counts_for_its_grace_and_then_no_token_of_it_is_taken()
    {
        await using var app = await StartAsync(fromFile: true);
        var old = Token();
        await AskAsync(app, old);
        await RotateAsync(app);

        var within = (await AskAsync(app, old), await AskAsync(app, Token()));
        _clock.Advance(TimeSpan.FromSeconds(60));
        var after = (await AskAsync(app, old), await AskAsync(app, Token()));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), within);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NoContent), after);
    }

    [Fact]
    public async Task A_new_key_is_found_by_its_name_before_anybody_looks_for_changes()
    {
        await using var app = await StartAsync(fromFile: true);
        await AskAsync(app, Token());
        _issuer.Rotate();
        await File.WriteAllTextAsync(_file, _issuer.KeySet());

        var tooSoon = await AskAsync(app, Token());
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NoContent), (tooSoon, await AskAsync(app, Token())));
    }

    [Fact]
    public async Task What_a_function_adds_to_its_caller_no_other_request_sees()
    {
        var seen = new List<int>();
        await using var app = await StartAsync(handler: (invocation, _) =>
        {
            var user = invocation.User;
            seen.Add(user.Claims.Count());
            ((ClaimsIdentity)user.Identity!).AddClaim(new Claim("role", "root"));
            user.AddIdentity(new ClaimsIdentity([new Claim("role", "root")]));
            user.FindFirst("sub")!.Properties["seen"] = "yes";
            return new(Outcome.Completed);
        });
        var token = Token();

        for (var i = 0; i < 3; i++) await AskAsync(app, token);

        Assert.Equal(3, seen.Count);
        Assert.Single(seen.Distinct());
        Assert.All(app.Services.GetRequiredService<TokenCache>().Find(token)!.Claims, c => Assert.Empty(c.Properties));
    }

    [Fact]
    public void The_cache_is_bounded_and_keeps_what_is_used()
    {
        var cache = new TokenCache(_clock, most: 100);
        cache.Add("used", Valid(cache));
        for (var i = 0; i < 1_000; i++)
        {
            Assert.NotNull(cache.Find("used"));
            cache.Add($"token {i}", Valid(cache));
        }

        Assert.Equal(100, cache.Count);
    }

    [Fact]
    public void A_token_that_was_judged_by_the_keys_of_before_is_not_kept()
    {
        var cache = new TokenCache(_clock);
        var judged = Valid(cache);

        cache.Clear();
        cache.Add("token", judged);

        Assert.Null(cache.Find("token"));
    }

    [Fact]
    public async Task A_token_that_was_refused_is_not_kept()
    {
        await using var app = await StartAsync();

        await AskAsync(app, _issuer.Token(h => h["typ"] = "other"));

        Assert.Equal(0, app.Services.GetRequiredService<TokenCache>().Count);
    }

    public void Dispose()
    {
        _issuer.Dispose();
        File.Delete(_file);
    }

    private static ValidToken Valid(TokenCache cache) => new([], "role", cache.LongestUntil, cache.Generation);

    private static async Task<HttpStatusCode> AskAsync(HttpApp app, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }

    private string Token(int seconds = 600) => _issuer.Token(payload: p => p["exp"] = _clock.GetUtcNow().ToUnixTimeSeconds() + seconds);

    private async Task RotateAsync(HttpApp app)
    {
        _issuer.Rotate();
        await File.WriteAllTextAsync(_file, _issuer.KeySet());
        File.SetLastWriteTimeUtc(_file, DateTime.UtcNow.AddSeconds(1)); // whatever the file system's clock is worth
        await app.Services.GetRequiredService<TokenIssuers>().WatchAsync(CancellationToken.None);
    }

    private async Task<HttpApp> StartAsync(bool fromFile = false, FunctionHandler? handler = null)
    {
        if (fromFile) await File.WriteAllTextAsync(_file, _issuer.KeySet());
        return await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, handler ?? ((_, _) => new(Outcome.Completed)), new AuthorizeAttribute()),
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(_clock);
                if (!fromFile) _issuer.TrustIn(builder);
                else
                {
                    builder.Configuration["Ermine:Auth:Issuers:good:Issuer"] = _issuer.Address;
                    builder.Configuration["Ermine:Auth:Issuers:good:Audience"] = TestIssuer.Audience;
                    builder.Configuration["Ermine:Auth:Issuers:good:JwksFile"] = _file;
                }
            });
    }
}
