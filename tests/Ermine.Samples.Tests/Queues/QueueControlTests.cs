using System.Net;
using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

public sealed class QueueControlTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private HttpClient Http => _app.Http;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Chores>();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_paused_queue_hands_out_nothing_until_it_is_resumed()
    {
        var paused = await Http.AskAsync("POST", "/letters/pause");
        await _app.Queue<Letter>().SendAsync(new Letter("hello"));
        await _app.Queue<Errand>().SendAsync(new Errand("format"));
        await _app.IdleAsync(); // another queue goes on, and for this one nobody need wait
        var (whilePaused, runs) = (await Http.StatusAsync("letters"), _app.Runs());
        var resumed = await Http.AskAsync("POST", "/letters/resume");
        await _app.IdleAsync();

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (paused.Status, resumed.Status));
        Assert.Equal((true, 1), (whilePaused.IsPaused, whilePaused.Depth));
        Assert.Equal(["format"], runs);
        Assert.Equal(["format", "hello"], _app.Runs());
        Assert.False((await Http.StatusAsync("letters")).IsPaused);
    }

    [Fact]
    public async Task The_status_tells_what_waits_what_comes_later_and_what_is_dead()
    {
        await Http.AskAsync("POST", "/letters/pause");
        await _app.Queue<Letter>().SendManyAsync([new Letter("a"), new Letter("b")]);
        await _app.Queue<Letter>().SendAsync(new Letter("c"), new() { Delay = TimeSpan.FromHours(1) });
        await _app.Queue<Errand>().SendAsync(new Errand("format"));
        await _app.UntilAsync(async () => (await Http.DeadLettersAsync("errands")).Length == 1);

        var (letters, errands) = (await Http.StatusAsync("letters"), await Http.StatusAsync("errands"));

        Assert.Equal((2, 1, 0), (letters.Depth, letters.Later, letters.Dead));
        Assert.NotNull(letters.OldestSeconds);
        Assert.Equal((0, 0, 1), (errands.Depth, errands.Later, errands.Dead));
    }

    [Fact]
    public async Task Messages_are_deleted_only_by_whom_repeats_the_name_of_their_queue()
    {
        await Http.AskAsync("POST", "/letters/pause");
        await _app.Queue<Letter>().SendManyAsync([new Letter("a"), new Letter("b")]);

        var without = await Http.AskAsync("DELETE", "/letters/messages");
        var another = await Http.AskAsync("DELETE", "/letters/messages?confirm=notes");
        var before = await Http.StatusAsync("letters");
        var deleted = await Http.CountAsync("DELETE", "/letters/messages?confirm=letters");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), without);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), another);
        Assert.Equal((2, 2), (before.Depth, deleted));
        Assert.Equal(0, (await Http.StatusAsync("letters")).Depth);
    }
}
