using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

public sealed class DeadLetterTriggerTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Chores>();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_function_is_told_of_each_letter_of_its_queue_with_reason_and_body()
    {
        await _app.Queue<Wish>().SendManyAsync([new Wish("fly"), new Wish("fly")]);
        await _app.IdleAsync();

        var told = _app.Runs().Distinct();
        Assert.Equal(["wishes chores.fail 1: NotSupportedException: Nobody can fly. {\"deed\":\"fly\"}"], told);
        Assert.Equal(2, _app.Runs().Count);
        Assert.Equal(2, (await _app.Http.DeadLettersAsync("wishes")).Length);
    }

    [Fact]
    public async Task It_is_told_of_no_other_queue()
    {
        await _app.Queue<Errand>().SendAsync(new Errand("format"));
        await _app.IdleAsync();

        Assert.Equal(["format"], _app.Runs());
        Assert.Single(await _app.Http.DeadLettersAsync("errands"));
    }
}
