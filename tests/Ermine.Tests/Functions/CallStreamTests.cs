using System.Net;
using System.Runtime.CompilerServices;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Functions;

/// <summary>Sequences over HTTP: sent item by item, and never taken for whole where they are not.</summary>
public sealed class CallStreamTests
{
    private readonly Gate _gate = new();

    [Theory]
    [InlineData("*/*", "application/x-ndjson", "1\n2\n3\n")]
    [InlineData("application/x-ndjson", "application/x-ndjson", "1\n2\n3\n")]
    [InlineData("text/event-stream", "text/event-stream", "data: 1\n\ndata: 2\n\ndata: 3\n\n")]
    [InlineData("application/json", "application/json", "[1,2,3]")]
    [InlineData("application/json;q=0.5, text/event-stream", "text/event-stream", "data: 1\n\ndata: 2\n\ndata: 3\n\n")]
    public async Task A_sequence_is_sent_as_its_reader_asks(string accept, string type, string text)
    {
        await using var app = await StartAsync(static _ => Three());

        using var response = await app.CallAsync("{}", accept);

        Assert.Equal((HttpStatusCode.OK, type, text), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_sequence_without_items_is_an_empty_answer()
    {
        await using var app = await StartAsync(static _ => AsyncEnumerable.Empty<int>());

        using var response = await app.CallAsync("{}");

        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson", ""), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task An_item_is_sent_before_the_next_is_made()
    {
        await using var app = await StartAsync(ct => OneThenWaitAsync(ct));

        using var response = await app.CallAsync("{}", until: HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = await reader.ReadLineAsync();
        _gate.Open();

        Assert.Equal(("1", "2"), (first, await reader.ReadLineAsync()));
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_function()
    {
        var ended = new TaskCompletionSource();
        await using var app = await StartAsync(ct => OneThenWaitAsync(ct, ended));

        var response = await app.CallAsync("{}", until: HttpCompletionOption.ResponseHeadersRead);
        await _gate.ArrivedAsync();
        response.Dispose();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_failure_before_the_first_item_is_a_problem()
    {
        await using var app = await StartAsync(static _ => FailAfterAsync(0));

        using var response = await app.CallAsync("{}", "text/event-stream");

        await Problem.OfAsync(response, HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_failure_in_the_middle_is_an_event_of_its_own()
    {
        await using var app = await StartAsync(static _ => FailAfterAsync(1));

        using var response = await app.CallAsync("{}", "text/event-stream");

        Assert.Equal(
            "data: 1\n\nevent: error\ndata: {\"status\":500,\"title\":\"The function failed; the log says why, under this trace id.\"}\n\n",
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_failure_in_the_middle_of_lines_breaks_the_connection()
    {
        await using var app = await StartAsync(OneThenFailAsync);

        using var response = await app.CallAsync("{}", until: HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = await reader.ReadLineAsync(); // what has not been sent when the connection breaks is lost with it
        _gate.Open();

        Assert.Equal("1", first);
        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_commit_that_fails_after_the_last_item_is_seen_too()
    {
        await using var app = await StartAsync(static _ => Three(), commits: true);
        app.Commits.Fails = new CommitException(CommitFailure.Conflict, "no");

        using var response = await app.CallAsync("{}", "text/event-stream");

        Assert.Contains("data: 3\n\nevent: error\ndata: {\"status\":409,", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpApp> StartAsync(Func<CancellationToken, IAsyncEnumerable<int>> items, bool commits = false) => HttpApp.OnDemandAsync(
        async (invocation, ct) =>
        {
            if (commits) invocation.Commit.Send(new OutgoingMessage("votes", "1"u8.ToArray()));
            await Arguments.Of(invocation).ReturnAsync(items(ct), ct);
            return Outcome.Completed;
        },
        environment: "Production", metadata: [new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute()]);

    private static IAsyncEnumerable<int> Three() => Enumerable.Range(1, 3).ToAsyncEnumerable();

    private static async IAsyncEnumerable<int> FailAfterAsync(int items)
    {
        for (var i = 1; i <= items; i++) yield return i;
        await Task.Yield();
        throw new InvalidOperationException("secret");
    }

    private async IAsyncEnumerable<int> OneThenFailAsync([EnumeratorCancellation] CancellationToken ct)
    {
        yield return 1;
        await _gate.PassAsync(ct);
        throw new InvalidOperationException("secret");
    }

    private async IAsyncEnumerable<int> OneThenWaitAsync([EnumeratorCancellation] CancellationToken ct, TaskCompletionSource? ended = null)
    {
        try
        {
            yield return 1;
            await _gate.PassAsync(ct);
            yield return 2;
        }
        finally
        {
            ended?.TrySetResult();
        }
    }
}
