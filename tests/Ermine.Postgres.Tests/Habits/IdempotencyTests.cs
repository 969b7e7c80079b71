using System.Net;
using Ermine.Postgres.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>A function with [Idempotent], called again and again.</summary>
public sealed class IdempotencyTests(EffectApp effects) : IClassFixture<EffectApp>, IAsyncLifetime
{
    public Task InitializeAsync() => effects.ForgetAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_repeated_request_is_given_the_same_answer_and_runs_no_more()
    {
        var first = await PostAsync("k", "{\"text\":\"a\"}");
        var again = await PostAsync("k", "{\"text\":\"a\"}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, again.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((first.Headers.Location, first.Content.Headers.ContentType), (again.Headers.Location, again.Content.Headers.ContentType));
        Assert.NotNull(first.Headers.Location);
        Assert.Equal((false, true), (first.Headers.Contains("Idempotency-Replayed"), again.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task A_key_that_comes_with_another_request_is_refused()
    {
        await PostAsync("k", "{\"text\":\"a\"}");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync("k", "{\"text\":\"b\"}")).StatusCode);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task A_key_whose_request_is_under_way_is_refused_until_it_is_done()
    {
        effects.Gate = new TaskCompletionSource();
        var first = PostAsync("k", "{}");
        await effects.Entered.Task;

        var meanwhile = await PostAsync("k", "{}");
        effects.Gate.SetResult();

        Assert.Equal(HttpStatusCode.Conflict, meanwhile.StatusCode);
        Assert.NotNull(meanwhile.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Created, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("k", "{}")).StatusCode);
        Assert.Equal(1, await EffectsAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("a\"b")]
    public async Task A_key_that_is_required_must_be_one(string? key)
    {
        var answer = await PostAsync(key, "{}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Idempotency-Key", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await EffectsAsync());
    }

    [Fact]
    public async Task A_key_has_at_most_255_characters()
    {
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(new string('k', 255), "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(new string('k', 256), "{}")).StatusCode);
    }

    [Fact]
    public async Task Each_user_and_each_function_has_keys_of_its_own()
    {
        await PostAsync("k", "{}", "ada");
        await PostAsync("k", "{}", "bob");
        await effects.App.SendAsync("POST", "/others", "{}", ("Idempotency-Key", "k"), ("user", "ada"));

        Assert.Equal(3, await EffectsAsync());
    }

    [Fact]
    public async Task A_run_that_fails_gives_its_key_back()
    {
        effects.Fails = true;
        var failed = await PostAsync("k", "{}");
        effects.Fails = false;

        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("k", "{}")).StatusCode);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task Of_many_at_once_one_runs()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => PostAsync("k", "{}")));

        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{a.StatusCode}"));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.Equal(1, await EffectsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_whose_reply_is_lost_is_not_repeated(bool delivered)
    {
        effects.Proxy.BreakAt("COMMIT\0", delivered);
        var lost = await PostAsync("k", "{}");
        effects.Proxy.BreakAt("no such word", delivered: true);
        await UntilSettledAsync(delivered);

        var held = await PostAsync("k", "{}");
        await effects.Database.RunAsync("update ermine.idempotency set leased_until = ermine.now() where status is null"); // its node is taken for dead
        var again = await PostAsync("k", "{}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, lost.StatusCode);
        Assert.Equal(delivered ? HttpStatusCode.Created : HttpStatusCode.Conflict, held.StatusCode);
        Assert.Equal((HttpStatusCode.Created, delivered), (again.StatusCode, again.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task A_run_that_wakes_late_is_refused_by_the_one_that_took_its_key()
    {
        effects.Gate = new TaskCompletionSource();
        var late = PostAsync("k", "{}");
        await effects.Entered.Task;
        await effects.Database.RunAsync("update ermine.idempotency set leased_until = ermine.now()");
        var (gate, _) = (effects.Gate, effects.Gate = null);
        var second = await PostAsync("k", "{}");

        gate.SetResult();

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await late).StatusCode);
        Assert.Equal(1, await EffectsAsync());
    }

    [Fact]
    public async Task An_answer_is_kept_for_its_hours_and_then_forgotten()
    {
        await PostAsync("k", "{}");
        Assert.True(await effects.Database.AskAsync<bool>("select expires_at between ermine.now() + interval '1 hour 59 minutes' and ermine.now() + interval '2 hours' from ermine.idempotency"));
        await effects.Database.RunAsync("update ermine.idempotency set expires_at = ermine.now()");

        await effects.App.Services.GetServices<IHostedService>().OfType<Housekeeping>().Single().TidyAsync(CancellationToken.None);

        Assert.Equal(0L, await effects.Database.AskAsync<long>("select count(*) from ermine.idempotency"));
    }

    [Fact]
    public async Task A_function_that_takes_no_session_is_run_once_as_well()
    {
        var first = await effects.App.SendAsync("POST", "/plain", "{}", ("Idempotency-Key", "\"k\""));
        var again = await effects.App.SendAsync("POST", "/plain", "{}", ("Idempotency-Key", "k")); // quotes belong to the header, not to the key

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.NotEqual(await first.Content.ReadAsStringAsync(), await (await effects.App.SendAsync("POST", "/plain", "{}")).Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> PostAsync(string? key, string json, string? user = null) =>
        effects.App.SendAsync("POST", "/effects", json, [.. key is null ? Array.Empty<(string, string)>() : [("Idempotency-Key", key)], .. user is null ? Array.Empty<(string, string)>() : [("user", user)]]);

    private async Task<long> EffectsAsync() => await effects.Database.AskAsync<long>("select count(*) from app.mt_doc_effect");

    // The server may go on with what it was sent after the connection is gone.
    private async Task UntilSettledAsync(bool isRecorded)
    {
        while (await effects.Database.AskAsync<long>("select count(*) from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and l.relation = 'ermine.idempotency'::regclass and l.mode = 'RowExclusiveLock'") > 0
            || (isRecorded && await EffectsAsync() == 0)) await Task.Yield();
    }

    [Theory]
    [InlineData("/items", "text/event-stream", "data: 1\n\ndata: 2\n\n")]
    [InlineData("/items", "application/x-ndjson", "1\n2\n")]
    [InlineData("/items", "application/json", "[1,2]")]
    [InlineData("/events", "application/json", "event: tick\ndata: a\n\n")]
    public async Task A_sequence_is_kept_as_it_was_asked_for(string path, string accept, string text)
    {
        var first = await effects.App.SendAsync("POST", path, "{}", ("Idempotency-Key", "k"), ("Accept", accept));
        var again = await effects.App.SendAsync("POST", path, "{}", ("Idempotency-Key", "k"), ("Accept", accept));

        Assert.Equal((text, text), (await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync()));
        Assert.Equal((first.Content.Headers.ContentType, true), (again.Content.Headers.ContentType, again.Headers.Contains("Idempotency-Replayed")));
    }
}
