using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Ermine.Tests.Auth;

/// <summary>Keys that an issuer publishes, by OpenID Connect's discovery.</summary>
public sealed class AuthorityTests : IAsyncLifetime
{
    private const int NotRead = 502; // the id of the log line

    private readonly TestIssuer _issuer = new("authority");
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UtcNow);
    private WebApplication _authority = null!;
    private string? _says; // instead of its own address
    private string? _keys; // instead of its own
    private int _asked;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _authority = builder.Build();
        _authority.MapGet("/.well-known/openid-configuration", () => Results.Text(new JsonObject { ["issuer"] = _says ?? Address, ["jwks_uri"] = $"{Address}/keys" }.ToJsonString()));
        _authority.MapGet("/keys", () =>
        {
            _asked++;
            return Results.Text(_keys ?? _issuer.KeySet());
        });
        await _authority.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _issuer.Dispose();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_judged_by_the_keys_that_its_authority_publishes()
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.NoContent, await AskAsync(app, Token()));
    }

    [Fact]
    public async Task Unknown_names_of_keys_ask_the_authority_each_thirty_seconds_at_most()
    {
        await using var app = await StartAsync();

        for (var i = 0; i < 5; i++) await AskAsync(app, Token($"unknown-{i}"));
        var atOnce = _asked;
        _clock.Advance(TimeSpan.FromSeconds(30));
        await AskAsync(app, Token("unknown-9"));

        Assert.Equal((1, 2), (atOnce, _asked));
    }

    [Fact]
    public async Task An_authority_that_speaks_for_another_issuer_is_not_believed()
    {
        _says = "https://elsewhere.test";
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, Token()));
        Assert.Contains("The authority says that its issuer is 'https://elsewhere.test'", app.Log.Lines.Single(l => l.Id == NotRead).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_published_is_none()
    {
        var secret = new byte[32];
        _keys = $$"""{"keys":[{"kty":"oct","kid":"{{_issuer.KeyId}}","k":"{{System.Buffers.Text.Base64Url.EncodeToString(secret)}}"}]}""";
        await using var app = await StartAsync();
        var payload = _issuer.Payload();
        payload["iss"] = Address;

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, _issuer.SignWith(secret, payload: payload)));
    }

    [Fact]
    public async Task An_authority_that_could_not_be_read_is_asked_again()
    {
        _keys = "<html>We will be back soon</html>";
        await using var app = await StartAsync();
        var before = await AskAsync(app, Token());

        _keys = null;
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NoContent), (before, await AskAsync(app, Token())));
    }

    private string Address => _authority.Urls.Single();

    private static async Task<HttpStatusCode> AskAsync(HttpApp app, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }

    private string Token(string? key = null) => _issuer.Token(h => h["kid"] = key ?? _issuer.KeyId, p => p["iss"] = Address);

    private Task<HttpApp> StartAsync() => HttpApp.StartAsync(
        catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new AuthorizeAttribute()),
        builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(_clock);
            builder.Configuration["Ermine:Auth:Issuers:authority:Authority"] = Address;
            builder.Configuration["Ermine:Auth:Issuers:authority:Audience"] = TestIssuer.Audience;
        });
}
