using System.Net;
using System.Net.Http.Headers;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Auth;

/// <summary>An app that could admit nobody says so when it starts, and what to set.</summary>
public sealed class StartTests : IDisposable
{
    private readonly TestIssuer _issuer = new("good");

    [Fact]
    public async Task Nobody_who_is_trusted_refuses_the_start_and_says_what_to_configure()
    {
        var message = await FailureAsync(_ => { }, new AuthorizeAttribute());

        Assert.Contains("'test.run' asks for [Authorize], but nothing says whose tokens this app takes", message, StringComparison.Ordinal);
        Assert.Contains("Ermine:Auth:Issuers:<name>:Authority", message, StringComparison.Ordinal);
        Assert.Contains("dotnet user-jwts create", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_that_is_not_there_refuses_the_start_and_is_answered_with_the_one_that_was_meant() =>
        Assert.Contains("policy 'votr', and there is none of that name. Did you mean 'voter'?", await FailureAsync(
            b => b.Services.AddAuthorizationBuilder().AddPolicy("voter", p => p.RequireAuthenticatedUser()), new AuthorizeAttribute("votr")), StringComparison.Ordinal);

    [Fact]
    public async Task The_operators_policy_is_there_too() =>
        Assert.Contains("Ermine:Admin:Policy names the policy 'operatr'", await FailureAsync(b => b.Configuration["Ermine:Admin:Policy"] = "operatr", new AuthorizeAttribute()), StringComparison.Ordinal);

    [Theory]
    [InlineData("scpe:vote", "did you mean 'scope:vote'")]
    [InlineData("", "It is empty")]
    [InlineData("scope:", "'scope:' says nothing")]
    public async Task A_policy_that_says_nothing_refuses_the_start(string policy, string expected) =>
        Assert.Contains(expected, await FailureAsync(b => b.Configuration["Ermine:Auth:Policies:voter"] = policy, new AuthorizeAttribute("voter")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Audience", null, "has no Audiences")]
    [InlineData("Autority", "https://a.test", "Did you mean Authority?")]
    [InlineData("Authority", "http://a.test", "no address of https")]
    [InlineData("Authority", "https://a.test", "only one of them")]
    [InlineData("GraceSeconds", "soon", "no number of seconds")]
    [InlineData("Keys:0:Pem", "nonsense", "no public key in PEM")]
    public async Task A_setting_of_an_issuer_that_is_wrong_refuses_the_start(string name, string? value, string expected) =>
        Assert.Contains(expected, await FailureAsync(
            b =>
            {
                b.Configuration["Ermine:Auth:Issuers:good:Audiences:0"] = name == "Audience" ? "" : TestIssuer.Audience;
                b.Configuration[$"Ermine:Auth:Issuers:good:{name}"] = value;
            }, new AuthorizeAttribute()), StringComparison.Ordinal);

    [Fact]
    public async Task An_app_that_registers_authentication_of_its_own_after_ours_keeps_it()
    {
        using var own = new TestIssuer("own");
        await using var app = await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new AuthorizeAttribute()),
            _issuer.TrustIn, last: builder => builder.Services.AddAuthentication().AddJwtBearer(o => o.TokenValidationParameters = new() { ValidIssuer = own.Address, ValidAudience = TestIssuer.Audience, IssuerSigningKey = own.PublicKey }));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (await AskAsync(app, own.Token()), await AskAsync(app, _issuer.Token())));
        Assert.Contains("issuers under Ermine:Auth are not used", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_user_jwts_writes_is_enough()
    {
        var secret = new byte[32];
        Random.Shared.NextBytes(secret);
        await using var app = await HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, (_, _) => new(Outcome.Completed), new AuthorizeAttribute()),
            builder =>
            {
                const string scheme = "Authentication:Schemes:Bearer";
                builder.Configuration[$"{scheme}:ValidIssuer"] = "dotnet-user-jwts";
                builder.Configuration[$"{scheme}:ValidAudiences:0"] = "http://localhost:5000";
                builder.Configuration[$"{scheme}:SigningKeys:0:Id"] = "4711";
                builder.Configuration[$"{scheme}:SigningKeys:0:Issuer"] = "dotnet-user-jwts";
                builder.Configuration[$"{scheme}:SigningKeys:0:Value"] = Convert.ToBase64String(secret);
                builder.Configuration[$"{scheme}:SigningKeys:0:Length"] = "32";
            });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (await AskAsync(app, UserToken(secret)), await AskAsync(app, UserToken(new byte[32]))));
    }

    public void Dispose() => _issuer.Dispose();

    // Without a key's name, as the tool makes it.
    private static string UserToken(byte[] secret)
    {
        var handler = new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler();
        return handler.CreateToken(new Microsoft.IdentityModel.Tokens.SecurityTokenDescriptor
        {
            Issuer = "dotnet-user-jwts",
            Audience = "http://localhost:5000",
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "alice" },
            SigningCredentials = new(new Microsoft.IdentityModel.Tokens.SymmetricSecurityKey(secret), "HS256"),
        });
    }

    private static async Task<HttpStatusCode> AskAsync(HttpApp app, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<string> FailureAsync(Action<WebApplicationBuilder> configure, AuthorizeAttribute authorize)
    {
        var needsIssuer = authorize.Policy is not null;
        return (await Assert.ThrowsAsync<ErmineStartupException>(() => HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, (_, _) => new(Outcome.Completed), authorize),
            builder =>
            {
                if (needsIssuer) _issuer.TrustIn(builder);
                configure(builder);
                var isPartial = builder.Configuration.GetSection("Ermine:Auth:Issuers:good").GetChildren().Any();
                if (isPartial || builder.Configuration["Ermine:Admin:Policy"] is not null) Complete(builder);
            }))).Message;
    }

    // The rest of an issuer of which the test sets one value.
    private void Complete(WebApplicationBuilder builder)
    {
        const string section = "Ermine:Auth:Issuers:good";
        builder.Configuration[$"{section}:Issuer"] = _issuer.Address;
        builder.Configuration[$"{section}:Audiences:0"] ??= TestIssuer.Audience;
        builder.Configuration[$"{section}:Keys:0:Pem"] ??= _issuer.Pem;
    }
}
