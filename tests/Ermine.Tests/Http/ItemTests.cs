using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

/// <summary>Sequences: one list after the commit, or item by item with the commit at the end.</summary>
public sealed class ItemTests
{
    private readonly Gate _gate = new();

    [Theory]
    [InlineData("", "application/json", "[1,2,3]")]
    [InlineData("*/*", "application/json", "[1,2,3]")]
    [InlineData("application/json", "application/json", "[1,2,3]")]
    [InlineData("text/html", "application/json", "[1,2,3]")]
    [InlineData("application/x-ndjson", "application/x-ndjson", "1\n2\n3\n")]
    [InlineData("application/jsonl", "application/jsonl", "1\n2\n3\n")]
    [InlineData("text/event-stream", "text/event-stream", "data: 1\n\ndata: 2\n\ndata: 3\n\n")]
    [InlineData("application/json;q=0.5, text/event-stream", "text/event-stream", "data: 1\n\ndata: 2\n\ndata: 3\n\n")]
    public async Task A_sequence_is_answered_as_its_reader_asks(string accept, string type, string text)
    {
        await using var app = await StartAsync(static (http, ct) => http.RespondItemsAsync(CountAsync(3), ct));

        using var response = await GetAsync(app, accept);

        Assert.Equal((HttpStatusCode.OK, type, text), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task No_sequence_is_answered_with_404()
    {
        await using var app = await StartAsync(static (http, ct) => http.RespondItemsAsync((IAsyncEnumerable<int>?)null, ct));

        using var response = await GetAsync(app, "text/event-stream");

        await Problem.OfAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sequence_without_items_is_an_empty_answer()
    {
        await using var app = await StartAsync(static (http, ct) => http.RespondItemsAsync(CountAsync(0), ct));

        using var response = await GetAsync(app, "application/x-ndjson");

        Assert.Equal((HttpStatusCode.OK, "application/x-ndjson", ""), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Events_say_their_type_id_and_interval_whatever_is_asked_for()
    {
        await using var app = await StartAsync(static (http, ct) => http.RespondItemsAsync(EventsAsync(), ct));

        using var response = await GetAsync(app, "application/json");

        Assert.Equal("event: tick\nid: 7\nretry: 2000\ndata: a\ndata: b\n\ndata: c\n\n", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_item_is_sent_before_the_next_is_made()
    {
        await using var app = await StartAsync((http, ct) => http.RespondItemsAsync(WaitAsync(ct), ct));

        using var response = await GetAsync(app, "application/x-ndjson");
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var first = await reader.ReadLineAsync();
        _gate.Open();

        Assert.Equal(("1", "2"), (first, await reader.ReadLineAsync()));
    }

    [Fact]
    public async Task What_a_streamed_sequence_does_is_committed_at_its_end()
    {
        await using var app = await StartAsync((http, ct) =>
        {
            http.Commit.Send(new OutgoingMessage("votes", default));
            return http.RespondItemsAsync(WaitAsync(ct), ct);
        });

        using var response = await GetAsync(app, "application/x-ndjson");
        await _gate.ArrivedAsync();
        var before = app.Commits.Committed.Count;
        _gate.Open();
        await response.Content.ReadAsStringAsync();

        Assert.Equal((0, 1), (before, app.Commits.Committed.Count));
    }

    [Fact]
    public async Task A_commit_that_fails_after_the_items_is_an_event_of_its_own()
    {
        await using var app = await StartAsync(static (http, ct) =>
        {
            http.Commit.Send(new OutgoingMessage("votes", default));
            return http.RespondItemsAsync(CountAsync(1), ct);
        });
        app.Commits.Fails = new CommitException(CommitFailure.Unavailable, "no");

        using var response = await GetAsync(app, "text/event-stream");

        Assert.Equal("data: 1\n\nevent: error\ndata: {\"status\":503,\"title\":\"The database cannot be reached; nothing was recorded.\"}\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_failure_in_the_middle_of_lines_breaks_the_answer_off()
    {
        await using var app = await StartAsync(static (http, ct) => http.RespondItemsAsync(FailAsync(1), ct));

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            using var response = await GetAsync(app, "application/x-ndjson");
            await response.Content.ReadAsStringAsync();
        });
    }

    [Theory]
    [InlineData("application/json", 2)]
    [InlineData("text/event-stream", 0)]
    public async Task A_failure_before_anything_is_out_is_a_problem(string accept, int after)
    {
        await using var app = await StartAsync((http, ct) => http.RespondItemsAsync(FailAsync(after), ct));

        using var response = await GetAsync(app, accept);

        await Problem.OfAsync(response, HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_reader_that_goes_away_ends_the_sequence()
    {
        var ended = new TaskCompletionSource();
        await using var app = await StartAsync((http, ct) => http.RespondItemsAsync(WaitAsync(ct, ended), ct));

        var response = await GetAsync(app, "text/event-stream");
        await _gate.ArrivedAsync();
        response.Dispose();

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpApp app, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd(accept);
        return await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static Task<HttpApp> StartAsync(Func<HttpInvocation, CancellationToken, ValueTask> respond) => HttpApp.StartAsync("GET /", async (invocation, ct) =>
    {
        await respond((HttpInvocation)invocation, ct);
        return Outcome.Completed;
    });

    private static async IAsyncEnumerable<int> CountAsync(int count)
    {
        await Task.Yield();
        for (var i = 1; i <= count; i++) yield return i;
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync()
    {
        await Task.Yield();
        yield return new SseItem<string>("a\nb", "tick") { EventId = "7", ReconnectionInterval = TimeSpan.FromSeconds(2) };
        yield return new SseItem<string>("c");
    }

    private static async IAsyncEnumerable<int> FailAsync(int after)
    {
        await Task.Yield();
        for (var i = 1; i <= after; i++) yield return i;
        throw new InvalidOperationException("It broke.");
    }

    private async IAsyncEnumerable<int> WaitAsync([EnumeratorCancellation] CancellationToken ct, TaskCompletionSource? ended = null)
    {
        try
        {
            yield return 1;
            await _gate.PassAsync(ct);
            yield return 2;
        }
        finally
        {
            ended?.SetResult();
        }
    }
}
