using System.Net;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

/// <summary>Values of route, query and headers, bound as the generator emits it.</summary>
public sealed class ValueTests
{
    [Fact]
    public async Task Values_of_route_query_and_header_are_bound()
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/items/42/monday?page=3&name=%C3%84rmel&since=2026-01-31");
        request.Headers.Add("X-Ratio", "0.5");

        var answer = await (await app.Client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Equal("42 Monday 3 Ärmel 2026-01-31 0.5", answer);
    }

    [Fact]
    public async Task All_missing_values_are_named_in_one_answer()
    {
        await using var app = await StartAsync();

        var problem = await Problem.OfAsync(await app.Client.GetAsync("/items/42/monday"), HttpStatusCode.BadRequest);

        Assert.Equal(["X-Ratio", "name", "page", "since"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["The query value 'page' is missing."], problem.Errors["page"]);
    }

    [Theory]
    [InlineData("/items/x/monday?page=3&name=a&since=2026-01-31", "id")]
    [InlineData("/items/99999999999/monday?page=3&name=a&since=2026-01-31", "id")]
    [InlineData("/items/42/someday?page=3&name=a&since=2026-01-31", "day")]
    [InlineData("/items/42/1?page=3&name=a&since=2026-01-31", "day")]
    [InlineData("/items/42/monday?page=three&name=a&since=2026-01-31", "page")]
    [InlineData("/items/42/monday?page=&name=a&since=2026-01-31", "page")]
    [InlineData("/items/42/monday?page=3&name=a&since=31.01.2026", "since")]
    [InlineData("/items/42/monday?page=3&name=a&since=%00%ff", "since")]
    public async Task A_value_that_cannot_be_read_is_named(string path, string field)
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Ratio", "0.5");

        var problem = await Problem.OfAsync(await app.Client.SendAsync(request), HttpStatusCode.BadRequest);

        Assert.Equal(field, problem.OnlyError.Field);
    }

    [Fact]
    public async Task Values_are_read_in_the_invariant_culture()
    {
        var before = System.Globalization.CultureInfo.DefaultThreadCurrentCulture;
        System.Globalization.CultureInfo.DefaultThreadCurrentCulture = new("de-DE");
        try
        {
            await using var app = await HttpApp.StartAsync("GET /{ratio}", (invocation, _) =>
            {
                var http = (HttpInvocation)invocation;
                var ratio = http.Route<double>("ratio");
                if (http.IsBad) return new(http.BadRequest());
                http.RespondJson(ratio);
                return new(Outcome.Completed);
            });

            Assert.Equal("1.5", await app.Client.GetStringAsync("/1.5"));
        }
        finally
        {
            System.Globalization.CultureInfo.DefaultThreadCurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_value_that_needs_not_be_there_may_be_missing_or_empty()
    {
        await using var app = await HttpApp.StartAsync("GET /", (invocation, _) =>
        {
            var http = (HttpInvocation)invocation;
            var page = http.HasQuery("page") ? http.Query<int>("page") : 7;
            if (http.IsBad) return new(http.BadRequest());
            http.RespondJson(page);
            return new(Outcome.Completed);
        });

        Assert.Equal(["7", "7", "3"], [await app.Client.GetStringAsync("/"), await app.Client.GetStringAsync("/?page="), await app.Client.GetStringAsync("/?page=3")]);
    }

    [Fact]
    public async Task A_function_with_bad_values_is_not_called_and_commits_nothing()
    {
        await using var app = await HttpApp.StartAsync("GET /{id}", (invocation, _) =>
        {
            invocation.Commit.Send(new OutgoingMessage("votes", default));
            var http = (HttpInvocation)invocation;
            http.Route<int>("id");
            return new(http.IsBad ? http.BadRequest() : Outcome.Completed);
        });

        await Problem.OfAsync(await app.Client.GetAsync("/x"), HttpStatusCode.BadRequest);

        Assert.Empty(app.Commits.Committed);
    }

    private static Task<HttpApp> StartAsync() => HttpApp.StartAsync("GET /items/{id}/{day}", (invocation, _) =>
    {
        var http = (HttpInvocation)invocation;
        var id = http.Route<int>("id");
        var day = http.RouteEnum<DayOfWeek>("day");
        var page = http.Query<int>("page");
        var name = http.QueryText("name");
        var since = http.Query<DateOnly>("since");
        var ratio = http.Header<double>("X-Ratio");
        if (http.IsBad) return new(http.BadRequest());
        http.RespondText(FormattableString.Invariant($"{id} {day} {page} {name} {since:yyyy-MM-dd} {ratio}"));
        return new(Outcome.Completed);
    });
}
