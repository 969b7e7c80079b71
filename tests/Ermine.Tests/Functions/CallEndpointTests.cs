using System.Net;
using System.Text;
using System.Text.Json.Serialization;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ermine.Tests.Functions;

/// <summary>Calls over HTTP, through handlers as the generator writes them.</summary>
public sealed class CallEndpointTests
{
    [Fact]
    public async Task A_call_answers_with_the_result_as_JSON()
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        using var response = await app.CallAsync("""{ "right": 2, "left": 40 }""");

        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal("""{"value":42}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Calls_that_share_what_is_used_again_do_not_meet()
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            using var response = await app.CallAsync(n % 7 == 0 ? "[]" : $$"""{ "left": {{n}}, "right": 1 }""");
            return (Expected: n % 7 == 0 ? (int)HttpStatusCode.BadRequest : n + 1, Found: response.IsSuccessStatusCode ? int.Parse((await response.Content.ReadAsStringAsync())[9..^1]) : (int)response.StatusCode);
        }));

        Assert.All(answers, a => Assert.Equal(a.Expected, a.Found));
    }

    [Fact]
    public async Task A_function_without_a_result_answers_204()
    {
        await using var app = await HttpApp.OnDemandAsync((_, _) => new(Outcome.Completed));

        using var response = await app.CallAsync(null);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task Every_argument_that_is_wrong_is_named()
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        using var response = await app.CallAsync("""{ "left": "forty" }""");

        var problem = await Problem.OfAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["/left", "/right"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("The argument must be a whole number within its range.", problem.Errors["/left"].Single());
        Assert.Equal("The argument is missing.", problem.Errors["/right"].Single());
    }

    [Theory]
    [InlineData("""{ "left": 1, "right": "a\u0000" }""", "/right")]
    [InlineData("""{ "left": 1, "right": 2, "oth\u0000er": 3 }""", "")]
    [InlineData("""{ "left": 1, "right": 2, "more": ["\\\u0000"] }""", "/more")]
    public async Task A_zero_character_is_refused_where_it_stands(string json, string field)
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        using var response = await app.CallAsync(json);

        Assert.Contains("A text has a zero character in it, which cannot be stored.", (await Problem.OfAsync(response, HttpStatusCode.BadRequest)).Errors![field]);
    }

    [Theory]
    [InlineData("[1, 2]", "The arguments must be a JSON object.")]
    [InlineData("{ \"left\": 1, ", "The arguments are no JSON: see line 1, byte 13.")]
    [InlineData("{} {}", "The arguments are no JSON: see line 1, byte 3.")]
    public async Task What_is_no_object_is_refused(string json, string message)
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        using var response = await app.CallAsync(json);

        Assert.Equal(("", message), (await Problem.OfAsync(response, HttpStatusCode.BadRequest)).OnlyError);
    }

    [Fact]
    public async Task What_is_no_JSON_by_its_type_is_refused()
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);
        using var content = new StringContent("left=1", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var response = await app.Client.PostAsync(new Uri("/_ermine/functions/test.run", UriKind.Relative), content);

        Assert.Contains("application/x-www-form-urlencoded", (await Problem.OfAsync(response, HttpStatusCode.UnsupportedMediaType)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_beyond_their_limit_are_refused()
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        using var response = await app.CallAsync($$"""{ "left": 1, "note": "{{new string('x', 1_048_576)}}" }""");

        Assert.Contains("1,048,576 bytes", (await Problem.OfAsync(response, HttpStatusCode.RequestEntityTooLarge)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arguments_of_many_segments_are_read_whole()
    {
        await using var app = await HttpApp.OnDemandAsync((invocation, _) =>
        {
            var arguments = Arguments.Of(invocation);
            arguments.Return(arguments.Get<string>("text", 0).Length);
            return new(Outcome.Completed);
        });

        using var response = await app.CallAsync($$"""{ "text": "{{new string('x', 900_000)}}" }""");

        Assert.Equal("900000", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_failure_says_nothing_of_what_happened_within()
    {
        await using var app = await HttpApp.OnDemandAsync((_, _) => throw new InvalidOperationException("the password is 1234"), environment: "Production", metadata: Anybody);

        using var response = await app.CallAsync(null);

        var problem = await Problem.OfAsync(response, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain("1234", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("The function failed; the log says why, under this trace id.", problem.Title);
        Assert.Contains("the password is 1234", app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_a_failure_says_what_happened()
    {
        await using var app = await HttpApp.OnDemandAsync((_, _) => throw new InvalidOperationException("no poll"));

        using var response = await app.CallAsync(null);

        Assert.Contains("InvalidOperationException: no poll", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_cannot_be_serialised_fails_its_run_alone_and_records_nothing()
    {
        await using var app = await HttpApp.OnDemandAsync((invocation, _) =>
        {
            var arguments = Arguments.Of(invocation);
            var commit = invocation.Commit;
            Assert.NotNull(commit);
            if (arguments.Has("good", 0)) arguments.Return("good");
            else arguments.Return(new Endless());
            return new(Outcome.Completed);
        });

        using var bad = await app.CallAsync("{}");
        using var good = await app.CallAsync("""{ "good": true }""");

        await Problem.OfAsync(bad, HttpStatusCode.InternalServerError);
        Assert.Contains("The result cannot be serialised", app.Log.Text, StringComparison.Ordinal);
        Assert.Equal("\"good\"", await good.Content.ReadAsStringAsync());
        Assert.Single(app.Commits.Committed);
    }

    [Fact]
    public async Task What_a_call_sends_is_committed_before_its_answer()
    {
        await using var app = await HttpApp.OnDemandAsync((invocation, _) =>
        {
            invocation.Commit.Send(new OutgoingMessage("votes", "1"u8.ToArray()));
            return new(Outcome.Completed);
        });

        using var response = await app.CallAsync(null);

        Assert.Equal((HttpStatusCode.NoContent, 1, 0), (response.StatusCode, app.Commits.Sent.Count, app.Commits.Open));
    }

    [Theory]
    [InlineData(CommitFailure.Conflict, HttpStatusCode.Conflict, false)]
    [InlineData(CommitFailure.Unavailable, HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(CommitFailure.Unknown, HttpStatusCode.ServiceUnavailable, true)]
    public async Task A_commit_that_fails_answers_in_place_of_the_result(CommitFailure failure, HttpStatusCode status, bool isLogged)
    {
        await using var app = await HttpApp.OnDemandAsync((invocation, _) =>
        {
            var commit = invocation.Commit;
            Assert.NotNull(commit);
            Arguments.Of(invocation).Return("the result");
            return new(Outcome.Completed);
        });
        app.Commits.Fails = new CommitException(failure, "no");

        using var response = await app.CallAsync("{}");

        await Problem.OfAsync(response, status);
        Assert.DoesNotContain("the result", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(isLogged, app.Log.Count(101) == 1);
    }

    [Fact]
    public async Task A_refusal_of_the_caller_is_no_error_in_the_log()
    {
        await using var app = await HttpApp.OnDemandAsync((_, _) => throw new BadHttpRequestException("The poll is closed.", StatusCodes.Status409Conflict));

        using var response = await app.CallAsync("{}");

        Assert.Equal((HttpStatusCode.Conflict, 0, LogLevel.Debug), (response.StatusCode, app.Log.Count(101), app.Log.Level(108)));
    }

    [Fact]
    public async Task A_function_that_takes_too_long_answers_504()
    {
        await using var app = await HttpApp.OnDemandAsync(
            async (_, ct) =>
            {
                await Task.Delay(Timeout.Infinite, ct);
                return Outcome.Completed;
            },
            new FunctionAttribute { TimeoutSeconds = 1 });

        using var response = await app.CallAsync(null);

        await Problem.OfAsync(response, HttpStatusCode.GatewayTimeout);
    }

    [Fact]
    public async Task In_development_an_unknown_function_is_answered_with_the_one_that_was_meant()
    {
        await using var app = await HttpApp.OnDemandAsync(AddAsync);

        using var response = await app.CallAsync("{}", id: "test.rnu");

        await Problem.OfAsync(response, HttpStatusCode.NotFound);
        Assert.Contains("Did you mean 'test.run'?", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_idempotency_key_of_a_request_is_that_of_its_run()
    {
        await using var app = await HttpApp.OnDemandAsync((invocation, _) =>
        {
            Arguments.Of(invocation).Return(invocation.IdempotencyKey);
            return new(Outcome.Completed);
        });
        app.Client.DefaultRequestHeaders.Add("Idempotency-Key", "abc");

        using var response = await app.CallAsync(null);

        Assert.Equal("\"abc\"", await response.Content.ReadAsStringAsync());
    }

    private static object[] Anybody => [new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute()];

    private static ValueTask<Outcome> AddAsync(Invocation invocation, CancellationToken ct)
    {
        var arguments = Arguments.Of(invocation);
        var left = arguments.Get<int>("left", 0);
        var right = arguments.Get<int>("right", 1);
        if (arguments.AreBad) return new(arguments.Reject());

        arguments.Return(new Sum(left + right));
        return new(Outcome.Completed);
    }

    private sealed record Sum(int Value);

    /// <summary>Holds itself, so that the serializer gives up on it.</summary>
    private sealed class Endless
    {
        [JsonInclude] public Endless Itself => this;
    }
}
