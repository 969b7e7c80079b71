using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ermine.Tests.Functions;

/// <summary>Who may call a function by its id: the same who may call it otherwise.</summary>
public sealed class CallAccessTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Development")]
    public async Task Authorize_holds_for_calls_by_id_too(string environment)
    {
        await using var app = await StartAsync(environment, [new AuthorizeAttribute("reader")]);

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(app, null));
        Assert.Equal(HttpStatusCode.Forbidden, await CallAsync(app, "guest"));
        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(app, "reader"));
    }

    [Fact]
    public async Task AllowAnonymous_opens_a_function_in_production() =>
        Assert.Equal(HttpStatusCode.NoContent, await CallOnceAsync("Production", [new AllowAnonymousAttribute()]));

    [Fact]
    public async Task A_function_that_says_nothing_is_not_there_in_production() => Assert.Equal(HttpStatusCode.NotFound, await CallOnceAsync("Production", []));

    [Fact]
    public async Task A_function_that_says_nothing_is_open_in_development() => Assert.Equal(HttpStatusCode.NoContent, await CallOnceAsync("Development", []));

    [Fact]
    public async Task A_function_that_says_nothing_is_open_to_operators_in_production()
    {
        await using var app = await StartAsync("Production", [], ("Ermine:Admin:Policy", "reader"));

        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(app, null));
        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(app, "reader"));
    }

    [Theory]
    [InlineData("/_ermine/functions")]
    [InlineData("/_ermine/manifest")]
    public async Task What_describes_the_app_is_closed_in_production_and_open_in_development(string path)
    {
        await using var closed = await StartAsync("Production", [new AllowAnonymousAttribute()]);
        await using var open = await StartAsync("Development", [new AllowAnonymousAttribute()]);

        using var refused = await closed.Client.GetAsync(new Uri(path, UriKind.Relative));
        using var answered = await open.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.False(refused.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task In_production_a_closed_function_looks_like_one_that_does_not_exist()
    {
        await using var app = await StartAsync("Production", []);

        using var closed = await app.CallAsync("{}");
        using var missing = await app.CallAsync("{}", id: "test.rnu");

        Assert.Equal(await TitleAsync(closed), await TitleAsync(missing));
        Assert.DoesNotContain("test.run", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> TitleAsync(HttpResponseMessage response) => (await Problem.OfAsync(response, HttpStatusCode.NotFound)).Title;

    private static async Task<HttpStatusCode> CallOnceAsync(string environment, object[] metadata)
    {
        await using var app = await StartAsync(environment, metadata);
        return await CallAsync(app, null);
    }

    private static async Task<HttpStatusCode> CallAsync(HttpApp app, string? role)
    {
        app.Client.DefaultRequestHeaders.Remove("X-Role");
        if (role is not null) app.Client.DefaultRequestHeaders.Add("X-Role", role);
        using var response = await app.CallAsync("{}");
        return response.StatusCode;
    }

    private static Task<HttpApp> StartAsync(string environment, object[] metadata, params (string Key, string Value)[] settings) => HttpApp.OnDemandAsync(
        (_, _) => new(Outcome.Completed), environment: environment, metadata: metadata, configure: builder =>
        {
            foreach (var (key, value) in settings) builder.Configuration[key] = value;
            builder.Services.AddAuthentication("Role").AddScheme<AuthenticationSchemeOptions, RoleScheme>("Role", null);
            builder.Services.AddAuthorizationBuilder().AddPolicy("reader", policy => policy.RequireRole("reader"));
        });

    /// <summary>Takes whoever names a role in a header at their word.</summary>
    private sealed class RoleScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!Request.Headers.TryGetValue("X-Role", out var role)) return Task.FromResult(AuthenticateResult.NoResult());
            var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role.ToString())], "Role"));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, "Role")));
        }
    }
}
