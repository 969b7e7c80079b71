using System.Net;
using System.Net.Http.Json;
using Ermine.Kernel;
using Ermine.Queues.Toy;
using Ermine.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Queues;

/// <summary>Who may do what operators do.</summary>
public sealed class QueueAccessTests
{
    // Every request that there is, with its answer where it is admitted and there are no letters.
    private static readonly (string Method, string Path, HttpStatusCode Admitted)[] Requests =
    [
        ("GET", "", HttpStatusCode.OK),
        ("POST", "/letters/pause", HttpStatusCode.NoContent),
        ("POST", "/letters/resume", HttpStatusCode.NoContent),
        ("DELETE", "/letters/messages?confirm=letters", HttpStatusCode.OK),
        ("GET", "/letters/dead-letters/groups", HttpStatusCode.OK),
        ("GET", "/letters/dead-letters", HttpStatusCode.OK),
        ("GET", "/letters/dead-letters/1", HttpStatusCode.NotFound),
        ("PUT", "/letters/dead-letters/1", HttpStatusCode.NotFound),
        ("POST", "/letters/dead-letters/redrive", HttpStatusCode.OK),
        ("DELETE", "/letters/dead-letters?confirm=letters", HttpStatusCode.OK),
    ];

    [Fact]
    public async Task In_production_without_a_policy_nothing_is_there()
    {
        await using var app = await StartAsync(policy: null);

        foreach (var (method, path, _) in Requests)
        {
            using var answer = await AskAsync(app, method, path, user: "ada");
            Assert.Equal((method, path, HttpStatusCode.NotFound, 0), (method, path, answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Length)); // and no problem that says which letter
        }

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/health/live")).StatusCode); // the app itself is
    }

    [Fact]
    public async Task With_a_policy_everything_is_there_for_whom_it_admits_and_for_nobody_else()
    {
        await using var app = await StartAsync("operators");

        foreach (var (method, path, admitted) in Requests)
        {
            using var stranger = await AskAsync(app, method, path, user: null);
            using var other = await AskAsync(app, method, path, user: "eve");
            using var ada = await AskAsync(app, method, path, user: "ada");

            Assert.Equal((method, path, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, admitted), (method, path, stranger.StatusCode, other.StatusCode, ada.StatusCode));
        }
    }

    [Fact]
    public async Task An_app_whose_policy_nobody_defined_does_not_start()
    {
        var e = await Assert.ThrowsAsync<ErmineStartupException>(() => StartAsync("no-such-policy"));

        Assert.Contains("Ermine:Admin:Policy names the policy 'no-such-policy'", e.Message, StringComparison.Ordinal);
    }

    private static Task<TestApp> StartAsync(string? policy) => TestApp.StartAsync<Chores>(options => options
        .Set("environment", "Production")
        .Set("Ermine:Admin:Policy", policy)
        .ConfigureServices(services =>
        {
            services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, UserHeader>("header", null);
            services.AddAuthorizationBuilder().AddPolicy("operators", operators => operators.RequireUserName("ada"));
        }));

    private static async Task<HttpResponseMessage> AskAsync(TestApp app, string method, string path, string? user)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Operator.Queues + path);
        if (user is not null) request.Headers.Add(UserHeader.Header, user);
        if (method == "PUT") request.Content = JsonContent.Create(new { });
        return await app.Http.SendAsync(request);
    }
}
