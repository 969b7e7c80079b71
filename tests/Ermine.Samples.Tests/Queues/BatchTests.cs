using Ermine.Queues;
using Ermine.Queues.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Queues;

public sealed class BatchTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Chores>();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Of_one_batch_some_is_done_some_tried_again_and_some_given_up()
    {
        await TogetherAsync("parts", [new Part("good"), new Part("early"), new Part("bad"), new Part("fine")]);
        await _app.IdleAsync();
        var first = await _app.Http.StatusAsync("parts");

        await _app.Clock.AdvanceAsync(TimeSpan.FromSeconds(61));
        await _app.IdleAsync();

        Assert.Equal((0, 1, 1), (first.Depth, first.Later, first.Dead));
        Assert.Equal(["good,early,bad,fine", "early"], _app.Runs());
        Assert.Equal("It is bad.", Assert.Single(await _app.Http.DeadLettersAsync("parts")).Reason);
        Assert.Equal(0, (await _app.Http.StatusAsync("parts")).Later);
    }

    [Fact]
    public async Task A_buffer_hands_out_one_key_at_a_time()
    {
        await TogetherAsync("readings", Enumerable.Range(0, 20).Select(i => new Reading(i % 2 == 0 ? "water" : "gas", i)));
        await _app.IdleAsync();

        Assert.Equal(["gas: 100", "water: 90"], _app.Runs().Order()); // and not two hands full of single messages
    }

    [Fact]
    public async Task A_batch_that_is_not_full_waits_for_more_and_goes_when_it_is()
    {
        await _app.Queue<Drip>().SendAsync(new Drip(1));
        await _app.UntilAsync(async () => (await _app.Services.GetRequiredService<Kernel.IWorkStore>().DepthsAsync(CancellationToken.None)).Single(q => q.Queue == "drips").Leased == 1);
        await _app.Queue<Drip>().SendAsync(new Drip(2));
        await _app.Queue<Drip>().SendAsync(new Drip(3));
        await _app.NextRunAsync();

        Assert.Equal(["1,2,3"], _app.Runs());
    }

    // Sent while the queue is paused, so that they are claimed together.
    private async Task TogetherAsync<T>(string queue, IEnumerable<T> messages)
    {
        var control = _app.Services.GetRequiredService<IQueueControl>();
        await control.PauseAsync(queue);
        await _app.Queue<T>().SendManyAsync(messages);
        await control.ResumeAsync(queue);
    }
}
