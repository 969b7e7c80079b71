using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

/// <summary>Builds of different ages on one database.</summary>
public sealed class ContractTests : IAsyncLifetime
{
    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Chores>();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task What_is_sent_to_a_queues_former_name_is_handled_too()
    {
        await _app.Queue<OldLetter>().SendAsync(new OldLetter("from an older build"));
        await _app.Queue<Letter>().SendAsync(new Letter("from this one"));
        await _app.IdleAsync();

        Assert.Equal(["from an older build", "from this one"], _app.Runs().Order());
    }

    [Fact]
    public async Task What_a_newer_build_sends_waits_for_a_node_that_knows_it()
    {
        await _app.Queue<NewNote>().SendAsync(new NewNote("from a newer build", "Ada"));
        await _app.Queue<Note>().SendAsync(new Note("from this one"));
        await _app.NextRunAsync();
        await _app.UntilAsync(async () => (await _app.Http.StatusAsync("notes")).Depth == 1);

        Assert.Equal(["from this one"], _app.Runs());
        Assert.Empty(await _app.Http.DeadLettersAsync("notes"));
    }
}
