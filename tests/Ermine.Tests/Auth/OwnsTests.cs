using System.Net;
using System.Net.Http.Headers;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Auth;

/// <summary>Only the owner gets through <c>[Owns]</c>, and whoever does not is told the same as if nothing were there.</summary>
public sealed class OwnsTests : IDisposable
{
    private readonly TestIssuer _issuer = new("good");

    [Fact]
    public async Task The_owner_is_shown_what_is_theirs()
    {
        await using var app = await StartAsync(Returning(new Order("alice")));

        Assert.Equal(HttpStatusCode.OK, await AskAsync(app));
    }

    [Fact]
    public async Task Somebody_elses_looks_like_something_that_is_not_there()
    {
        await using var theirs = await StartAsync(Returning(new Order("bob")));
        await using var missing = await StartAsync(Returning<Order>(null));

        Assert.Equal(await BodyAsync(missing), await BodyAsync(theirs));
    }

    [Fact]
    public async Task Whoever_asks_for_somebody_elses_cannot_fill_the_log()
    {
        await using var app = await StartAsync(Returning(new Order("bob")));

        await AskAsync(app);

        Assert.Equal((0, LogLevel.Debug), (app.Log.Count(101), app.Log.Level(108)));
        Assert.DoesNotContain(nameof(BadHttpRequestException) + ":", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_owner_is_nobodys()
    {
        await using var app = await StartAsync(Returning(new Order(null)));

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(app));
    }

    [Fact]
    public async Task Of_a_list_every_item_is_the_callers()
    {
        await using var own = await StartAsync(Returning<Order[]>([new("alice"), new("alice")]));
        await using var mixed = await StartAsync(Returning<Order[]>([new("alice"), new("bob")]));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await AskAsync(own), await AskAsync(mixed)));
    }

    [Fact]
    public async Task A_typed_result_is_judged_by_what_is_in_it()
    {
        await using var own = await StartAsync(Responding(TypedResults.Ok(new Order("alice"))));
        await using var theirs = await StartAsync(Responding(TypedResults.Ok(new Order("bob"))));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (await AskAsync(own), await AskAsync(theirs)));
    }

    [Fact]
    public async Task A_change_of_what_is_somebody_elses_is_not_committed()
    {
        await using var app = await StartAsync(Changing("bob"));

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(app));
        Assert.Empty(app.Commits.Committed);
    }

    [Fact]
    public async Task A_change_of_what_is_theirs_is_committed()
    {
        await using var app = await StartAsync(Changing("alice"));

        Assert.Equal(HttpStatusCode.NoContent, await AskAsync(app));
        Assert.Single(app.Commits.Committed);
    }

    [Fact]
    public async Task A_function_that_forgot_to_ask_fails_and_commits_nothing()
    {
        await using var app = await StartAsync((invocation, ct) =>
        {
            _ = invocation.Commit;
            return new(Outcome.Completed);
        });

        Assert.Equal(HttpStatusCode.InternalServerError, await AskAsync(app));
        Assert.Empty(app.Commits.Committed);
        Assert.Contains("neither returned anything with an owner nor asked", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_found_nothing_and_changed_something_commits_nothing()
    {
        await using var app = await StartAsync((invocation, ct) =>
        {
            _ = invocation.Commit;
            ((HttpInvocation)invocation).RespondJson<Order>(null);
            return new(Outcome.Completed);
        });

        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(app));
        Assert.Empty(app.Commits.Committed);
    }

    [Fact]
    public async Task To_ask_about_what_is_somebody_elses_counts_as_nothing()
    {
        await using var app = await StartAsync((invocation, ct) =>
        {
            _ = invocation.Services.GetRequiredService<IOwnership>().Has(new Order("bob"));
            return new(Outcome.Completed);
        });

        Assert.Equal(HttpStatusCode.InternalServerError, await AskAsync(app));
    }

    [Fact]
    public async Task Strangers_own_nothing_so_the_app_does_not_start()
    {
        var failure = await Assert.ThrowsAsync<ErmineStartupException>(() => HttpApp.StartAsync(
            catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, Returning(new Order("alice")), new OwnsAttribute()), _issuer.TrustIn));

        Assert.Contains("'test.run' has [Owns], but strangers may call it", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_subject_of_two_issuers_is_two_people()
    {
        using var partner = new TestIssuer("partner");
        await using var app = await StartAsync(Returning(new Order("partner|alice")), b =>
        {
            partner.TrustIn(b);
            b.Configuration["Ermine:Auth:Issuers:partner:SubjectPrefix"] = "partner|";
        });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await AskAsync(app), await AskAsync(app, partner.Token())));
    }

    [Fact]
    public async Task Two_issuers_whose_subjects_could_be_alike_refuse_the_start()
    {
        using var partner = new TestIssuer("partner");

        var failure = await Assert.ThrowsAsync<ErmineStartupException>(() => StartAsync(Returning(new Order("alice")), partner.TrustIn));

        Assert.Contains("SubjectPrefix", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _issuer.Dispose();

    private static FunctionHandler Returning<T>(T? value) where T : class => (invocation, ct) =>
    {
        ((HttpInvocation)invocation).RespondJson(value);
        return new(Outcome.Completed);
    };

    private static FunctionHandler Responding(IResult result) => (invocation, ct) =>
    {
        ((HttpInvocation)invocation).Respond(result);
        return new(Outcome.Completed);
    };

    // As a function does that loads, asks, and changes.
    private static FunctionHandler Changing(string owner) => (invocation, ct) =>
    {
        _ = invocation.Commit;
        invocation.Services.GetRequiredService<IOwnership>().Require(new Order(owner));
        return new(Outcome.Completed);
    };

    private async Task<HttpStatusCode> AskAsync(HttpApp app, string? token = null)
    {
        using var response = await SendAsync(app, token ?? _issuer.Token());
        return response.StatusCode;
    }

    private async Task<(HttpStatusCode Status, string Title, string Type)> BodyAsync(HttpApp app)
    {
        using var response = await SendAsync(app, _issuer.Token());
        using var body = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(["type", "title", "status", "traceId"], body.RootElement.EnumerateObject().Select(p => p.Name));
        return (response.StatusCode, body.RootElement.GetProperty("title").GetString()!, body.RootElement.GetProperty("type").GetString()!);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpApp app, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await app.Client.SendAsync(request);
    }

    private Task<HttpApp> StartAsync(FunctionHandler handler, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? configure = null) => HttpApp.StartAsync(
        catalog => catalog.Add("test.run", new FunctionAttribute(), new RestAttribute("GET /"), null, InputShape.Http, handler, new AuthorizeAttribute(), new OwnsAttribute()),
        builder =>
        {
            _issuer.TrustIn(builder);
            configure?.Invoke(builder);
        });

    private sealed record Order(string? Customer) : IOwned
    {
        string? IOwned.Owner => Customer;
    }
}
