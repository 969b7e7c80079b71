using System.Net;
using Ermine.Samples.Tests.Queues;
using Ermine.Schedules.Toy;
using Ermine.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>What operators do over HTTP, and who may.</summary>
public sealed class ScheduleAccessTests
{
    private const string Schedules = "/_ermine/schedules";

    // Every request that there is, with its answer where it is admitted.
    private static readonly (string Method, string Path, HttpStatusCode Admitted)[] Requests =
    [
        ("GET", "", HttpStatusCode.OK),
        ("POST", "/nightly.report/pause", HttpStatusCode.NoContent),
        ("POST", "/nightly.report/resume", HttpStatusCode.NoContent),
        ("POST", "/nightly.report/run", HttpStatusCode.Accepted),
        ("POST", "/nightly.report/backfill?from=2026-01-01T00:00:00Z&to=2026-01-03T00:00:00Z", HttpStatusCode.OK),
    ];

    [Fact]
    public async Task In_production_without_a_policy_nothing_is_there()
    {
        await using var app = await StartAsync(policy: null);

        foreach (var (method, path, _) in Requests)
        {
            using var answer = await AskAsync(app, method, path, user: "ada");
            Assert.Equal((method, path, HttpStatusCode.NotFound, 0), (method, path, answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Length));
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

    private static Task<TestApp> StartAsync(string? policy) => TestApp.StartAsync<Nightly>(options => options
        .Set("environment", "Production")
        .Set("Ermine:Admin:Policy", policy)
        .ConfigureServices(services =>
        {
            services.AddAuthentication("header").AddScheme<AuthenticationSchemeOptions, UserHeader>("header", null);
            services.AddAuthorizationBuilder().AddPolicy("operators", operators => operators.RequireUserName("ada"));
        }));

    private static async Task<HttpResponseMessage> AskAsync(TestApp app, string method, string path, string? user)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Schedules + path);
        if (user is not null) request.Headers.Add(UserHeader.Header, user);
        return await app.Http.SendAsync(request);
    }
}
