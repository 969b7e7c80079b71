using System.Net;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Http;

namespace Ermine.Tests.Http;

public sealed class ResultTests
{
    [Fact]
    public async Task A_value_is_answered_as_JSON()
    {
        await using var app = await RespondAsync(http => http.RespondJson(new Poll("Tea?", 2)));

        var response = await app.Client.GetAsync("/");

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType!.ToString()));
        Assert.Equal("""{"question":"Tea?","votes":2}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task One_function_may_answer_values_of_several_types()
    {
        var calls = 0;
        await using var app = await RespondAsync(http =>
        {
            if (calls++ % 2 == 0) http.RespondJson(new Poll("Tea?", 2));
            else http.RespondJson(42);
        });

        var answers = (await app.Client.GetStringAsync("/"), await app.Client.GetStringAsync("/"), await app.Client.GetStringAsync("/"));

        Assert.Equal(("""{"question":"Tea?","votes":2}""", "42", """{"question":"Tea?","votes":2}"""), answers);
    }

    [Fact]
    public async Task An_answer_tells_its_length()
    {
        await using var app = await RespondAsync(http => http.RespondJson(new Poll("Tee für zwei?", 2)));

        var response = await app.Client.GetAsync("/");

        Assert.Equal((await response.Content.ReadAsByteArrayAsync()).Length, response.Content.Headers.ContentLength);
        Assert.Null(response.Headers.TransferEncodingChunked);
    }

    [Fact]
    public async Task What_was_large_once_is_streamed_from_then_on()
    {
        var many = Enumerable.Range(0, 5_000).Select(i => new Poll($"Question {i}?", i)).ToArray();
        await using var app = await RespondAsync(http => http.RespondJson(many));

        using var first = await app.Client.GetAsync("/");
        using var second = await app.Client.GetAsync("/");

        Assert.Equal((null, true), (first.Headers.TransferEncodingChunked, second.Headers.TransferEncodingChunked));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_sequence_within_a_value_is_awaited()
    {
        await using var app = await RespondAsync(http => http.RespondJson(new Series(Count())));

        Assert.Equal(("""{"numbers":[1,2]}""", """{"numbers":[1,2]}"""), (await app.Client.GetStringAsync("/"), await app.Client.GetStringAsync("/")));

        static async IAsyncEnumerable<int> Count()
        {
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
    }

    [Fact]
    public async Task A_value_that_cannot_be_serialised_is_a_failure_of_which_nothing_is_sent()
    {
        await using var app = await RespondAsync(http => http.RespondJson(new Broken("sent?")));

        using var response = await app.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("sent?", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_after_a_failed_one_is_whole()
    {
        var calls = 0;
        await using var app = await RespondAsync(http =>
        {
            if (calls++ == 0) http.RespondJson(new Broken("sent?"));
            else http.RespondJson(new Poll("Tea?", 2));
        });

        using var failed = await app.Client.GetAsync("/");

        Assert.Equal("""{"question":"Tea?","votes":2}""", await app.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task No_value_is_answered_with_404()
    {
        await using var app = await RespondAsync(http => http.RespondJson<Poll>(null));

        await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_text_is_answered_as_text()
    {
        await using var app = await RespondAsync(http => http.RespondText("Tee für zwei"));

        var response = await app.Client.GetAsync("/");

        Assert.Equal(("text/plain; charset=utf-8", "Tee für zwei"), (response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_function_without_a_result_is_answered_with_204()
    {
        await using var app = await RespondAsync(_ => { });

        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_function_without_a_result_may_set_a_status_of_its_own()
    {
        await using var app = await RespondAsync(http => http.Input.Response.StatusCode = StatusCodes.Status418ImATeapot);

        Assert.Equal(418, (int)(await app.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_result_of_ASP_NET_Core_writes_itself()
    {
        await using var app = await RespondAsync(http => http.Respond(TypedResults.Accepted("/polls/7")));

        var response = await app.Client.GetAsync("/");

        Assert.Equal((HttpStatusCode.Accepted, "/polls/7"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_request_does_not_see_the_result_of_the_one_before()
    {
        var calls = 0;
        await using var app = await RespondAsync(http =>
        {
            if (calls++ == 0) http.RespondText("first");
        });

        await app.Client.GetAsync("/");

        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_request_does_not_see_the_mistakes_of_the_one_before()
    {
        await using var app = await HttpApp.StartAsync("GET /{id}", (invocation, _) =>
        {
            var http = (HttpInvocation)invocation;
            http.Route<int>("id");
            return new(http.IsBad ? http.BadRequest() : Outcome.Completed);
        });

        await app.Client.GetAsync("/x");

        Assert.Equal(HttpStatusCode.NoContent, (await app.Client.GetAsync("/1")).StatusCode);
    }

    private static Task<HttpApp> RespondAsync(Action<HttpInvocation> respond) => HttpApp.StartAsync("GET /", (invocation, _) =>
    {
        respond((HttpInvocation)invocation);
        return new(Outcome.Completed);
    });

    private sealed record Poll(string Question, int Votes);

    private sealed record Series(IAsyncEnumerable<int> Numbers);

    private sealed record Broken(string First)
    {
        public int Second => throw new InvalidOperationException("This value has no second half.");
    }
}
