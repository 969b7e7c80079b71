using System.Net;
using Ermine.Testing;
using Polls;

namespace Ermine.Samples.Tests.Auth;

/// <summary>Tokens of tests, with which an app judges as in production.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task A_test_calls_as_somebody_with_a_scope_and_as_somebody_without()
    {
        using var tokens = new TestTokens();
        await using var app = await TestApp.StartAsync<Vote>(options => options.Trust(tokens).Set("Ermine:Admin:Policy", "operator").Set("Ermine:Auth:Policies:operator", "scope:operate"));

        var nobody = await StatusAsync(app);
        app.Http.DefaultRequestHeaders.Authorization = tokens.For("alice");
        var alice = await StatusAsync(app);
        app.Http.DefaultRequestHeaders.Authorization = tokens.For("olga", "read", "operate");
        var operates = await StatusAsync(app);
        app.Http.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Make("olga", ["operate"], lifetime: TimeSpan.FromMinutes(-1)));

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.Unauthorized),
            (nobody, alice, operates, await StatusAsync(app)));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestApp app)
    {
        using var response = await app.Http.GetAsync(new Uri("/_ermine/manifest", UriKind.Relative));
        return response.StatusCode;
    }
}
