using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Auth;

/// <summary>Who may call a function is what ASP.NET Core's attributes and options say, whether a request is judged by them or past them. Each request is
/// sent twice: the second finds its token in the cache.</summary>
public sealed class AccessTests : IDisposable
{
    private readonly TestIssuer _issuer = new("good");

    [Theory]
    [InlineData("read vote", HttpStatusCode.NoContent)]
    [InlineData("vote", HttpStatusCode.NoContent)]
    [InlineData("read", HttpStatusCode.Forbidden)]
    [InlineData("voter", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.Forbidden)]
    public async Task A_policy_by_scope_asks_for_one_word_of_the_claim(string scope, HttpStatusCode expected)
    {
        await using var app = await StartAsync([new AuthorizeAttribute("voter")], b => b.Services.AddAuthorizationBuilder().AddPolicy("voter", p => p.RequireScope("vote")));

        Assert.Equal((expected, expected), await AskTwiceAsync(app, _issuer.Token(payload: p => p["scope"] = scope)));
    }

    [Theory]
    [InlineData("scope:vote", true)]
    [InlineData("scope:admin|vote role:member", true)]
    [InlineData("scope:vote scope:admin", false)]
    [InlineData("role:organiser|member claim:country=de|at claim:sub", true)]
    [InlineData("role:organiser", false)]
    [InlineData("claim:country=ch", false)]
    [InlineData("claim:phone", false)]
    [InlineData("authenticated", true)]
    public async Task A_policy_is_one_line_of_configuration(string policy, bool isMet)
    {
        await using var app = await StartAsync([new AuthorizeAttribute("voter")], b => b.Configuration["Ermine:Auth:Policies:voter"] = policy);
        var expected = isMet ? HttpStatusCode.NoContent : HttpStatusCode.Forbidden;

        Assert.Equal((expected, expected), await AskTwiceAsync(app, _issuer.Token(payload: p => (p["role"], p["country"]) = ("member", "de"))));
    }

    [Fact]
    public async Task Without_a_token_a_guarded_function_is_refused_and_an_open_one_is_not()
    {
        await using var app = await HttpApp.StartAsync(
            catalog =>
            {
                Add(catalog, "test.open", "GET /open");
                Add(catalog, "test.guarded", "GET /guarded", new AuthorizeAttribute());
                Add(catalog, "test.both", "GET /both", new AuthorizeAttribute(), new AllowAnonymousAttribute());
            }, _issuer.TrustIn);

        Assert.Equal(
            (HttpStatusCode.NoContent, HttpStatusCode.Unauthorized, HttpStatusCode.NoContent),
            (await AskAsync(app, null, "/open"), await AskAsync(app, null, "/guarded"), await AskAsync(app, null, "/both")));
    }

    [Fact]
    public async Task An_open_function_knows_a_caller_who_brings_a_token()
    {
        var callers = new List<string?>();
        await using var app = await StartAsync([], handler: (invocation, _) =>
        {
            callers.Add(invocation.User.FindFirst("sub")?.Value);
            return new(Outcome.Completed);
        });

        await AskTwiceAsync(app, _issuer.Token());
        await AskAsync(app, null);

        Assert.Equal(["alice", "alice", null], callers);
    }

    [Fact]
    public async Task A_fallback_policy_closes_what_says_nothing()
    {
        await using var app = await StartAsync([], b => b.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireScope("vote").Build()));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, null));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), await AskTwiceAsync(app, _issuer.Token()));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await AskTwiceAsync(app, _issuer.Token(payload: p => p["scope"] = "read")));
    }

    [Fact]
    public async Task The_default_policy_is_what_authorize_without_a_name_asks_for()
    {
        await using var app = await StartAsync([new AuthorizeAttribute()], b => b.Services.AddAuthorizationBuilder().SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireScope("admin").Build()));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await AskTwiceAsync(app, _issuer.Token()));
    }

    [Fact]
    public async Task A_policy_that_code_decides_is_asked_for_every_request()
    {
        var asked = 0;
        await using var app = await StartAsync([new AuthorizeAttribute("odd")], b => b.Services.AddAuthorizationBuilder().AddPolicy("odd", p => p.RequireAssertion(_ => ++asked % 2 == 1)));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Forbidden), await AskTwiceAsync(app, _issuer.Token()));
    }

    [Fact]
    public async Task Requirements_that_stand_in_an_attribute_are_asked()
    {
        await using var app = await StartAsync([new AuthorizeAttribute(), new NeverAttribute()]);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await AskTwiceAsync(app, _issuer.Token()));
    }

    [Fact]
    public async Task A_handler_of_requirements_that_the_app_brings_is_heard_about_every_one()
    {
        await using var app = await StartAsync([new AuthorizeAttribute()], b => b.Services.AddSingleton<IAuthorizationHandler, Veto>());

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), await AskTwiceAsync(app, _issuer.Token()));
    }

    [Fact]
    public async Task What_changes_the_claims_of_callers_is_heard_with_every_request()
    {
        await using var app = await StartAsync([new AuthorizeAttribute("root")], b =>
        {
            b.Services.AddSingleton<IClaimsTransformation, Promotion>();
            b.Services.AddAuthorizationBuilder().AddPolicy("root", p => p.RequireClaim("rank", "root"));
        });

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), await AskTwiceAsync(app, _issuer.Token()));
    }

    [Fact]
    public async Task Events_of_the_bearer_handler_are_raised_with_every_request()
    {
        var validated = 0;
        await using var app = await StartAsync([new AuthorizeAttribute()], b => b.Services.PostConfigure<JwtBearerOptions>("Bearer", o => o.Events = new JwtBearerEvents { OnTokenValidated = _ => Task.FromResult(++validated) }));

        await AskTwiceAsync(app, _issuer.Token());

        Assert.Equal(2, validated);
    }

    [Fact]
    public async Task Endpoints_of_the_app_itself_are_judged_as_ever()
    {
        await using var app = await StartAsync([], then: a =>
        {
            a.MapGet("/own", () => TypedResults.NoContent()).RequireAuthorization(p => p.RequireScope("admin"));
            a.MapGet("/free", (ClaimsPrincipal user) => user.FindFirst("sub")?.Value ?? "nobody");
        });

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, null, "/own"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(app, _issuer.Token(), "/own"));
        Assert.Equal(HttpStatusCode.NoContent, await AskAsync(app, _issuer.Token(payload: p => p["scope"] = "admin"), "/own"));
        Assert.Equal("nobody", await app.Client.GetStringAsync(new Uri("/free", UriKind.Relative)));
    }

    [Fact]
    public async Task An_app_that_places_the_middlewares_itself_keeps_them()
    {
        await using var app = await StartAsync([new AuthorizeAttribute("voter")], b => b.Configuration["Ermine:Auth:Policies:voter"] = "scope:vote", then: a => a.UseAuthentication().UseAuthorization());

        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(app, null));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), await AskTwiceAsync(app, _issuer.Token()));
    }

    [Fact]
    public async Task A_middleware_of_the_app_finds_the_caller_before_the_function_runs()
    {
        var callers = new List<string?>();
        await using var app = await StartAsync([new AuthorizeAttribute()], first: a => a.Use((context, next) =>
        {
            callers.Add(context.User.FindFirst("sub")?.Value);
            return next(context);
        }));

        await AskTwiceAsync(app, _issuer.Token());

        Assert.Equal(["alice", "alice"], callers);
    }

    public void Dispose() => _issuer.Dispose();

    private static void Add(FunctionCatalog catalog, string id, string route, params object[] metadata) =>
        catalog.Add(id, new FunctionAttribute(), new RestAttribute(route), null, InputShape.Http, (_, _) => new(Outcome.Completed), metadata);

    private static async Task<(HttpStatusCode First, HttpStatusCode Second)> AskTwiceAsync(HttpApp app, string token) => (await AskAsync(app, token), await AskAsync(app, token));

    private static async Task<HttpStatusCode> AskAsync(HttpApp app, string? token, string path = "/")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }

    private Task<HttpApp> StartAsync(object[] metadata, Action<WebApplicationBuilder>? configure = null, FunctionHandler? handler = null, Action<WebApplication>? first = null, Action<WebApplication>? then = null) => HttpApp.StartAsync(
        catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, handler ?? ((_, _) => new(Outcome.Completed)), metadata),
        builder =>
        {
            _issuer.TrustIn(builder);
            configure?.Invoke(builder);
        }, first: first, then: then);

    private sealed class Veto : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            context.Fail();
            return Task.CompletedTask;
        }
    }

    private sealed class Promotion : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal) => Task.FromResult(new ClaimsPrincipal(new ClaimsIdentity([.. principal.Claims, new Claim("rank", "root")], "Test")));
    }

    [AttributeUsage(AttributeTargets.All)]
    private sealed class NeverAttribute : Attribute, IAuthorizationRequirementData
    {
        public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new ScopeRequirement(["never"])];
    }
}
