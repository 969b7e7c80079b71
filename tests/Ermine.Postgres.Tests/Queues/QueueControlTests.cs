using Ermine.Kernel;
using Ermine.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Queues;

public sealed class QueueControlTests(PostgresHarness harness) : IClassFixture<PostgresHarness>, IAsyncLifetime
{
    private string _queue = "";

    private IQueueControl Control => harness.Node.Services.GetRequiredService<IQueueControl>();

    public async Task InitializeAsync() => _queue = await harness.NewQueueAsync();

    [Theory]
    [InlineData(false), InlineData(true)]
    public async Task A_paused_queue_hands_out_nothing_on_any_node_until_it_is_resumed(bool isOrdered)
    {
        await SendAsync(isOrdered);

        await Control.PauseAsync(_queue);
        var paused = await ClaimAsync(harness.OtherNode, isOrdered);
        await Control.ResumeAsync(_queue);
        var resumed = await ClaimAsync(harness.OtherNode, isOrdered);

        Assert.Empty(paused.Messages);
        Assert.Single(resumed.Messages);
    }

    [Fact]
    public async Task Purging_deletes_what_waits_and_leaves_what_is_under_way()
    {
        await SendAsync();
        var underWay = await ClaimAsync(harness.Store);
        await SendAsync();
        await SendAsync(delay: TimeSpan.FromHours(1));

        var purged = await Control.PurgeAsync(_queue);

        Assert.Equal(2, purged);
        Assert.Single(await harness.Store.AcknowledgeAsync(underWay, CancellationToken.None));
    }

    [Fact]
    public async Task A_status_says_what_a_queue_holds_and_how_old_it_is()
    {
        await SendAsync();
        await SendAsync(delay: TimeSpan.FromHours(1));
        await harness.AdvanceAsync(TimeSpan.FromSeconds(20));
        await Control.PauseAsync(_queue);

        var status = Assert.Single(await Control.StatusAsync(), s => s.Queue == _queue);

        Assert.Equal((true, 1, 1, 0), (status.IsPaused, status.Depth, status.Later, status.Dead));
        Assert.InRange(status.OldestSeconds!.Value, 20, 40);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named()
    {
        foreach (var mistake in new Func<Task>[] { () => Control.PauseAsync("no-such-queue"), () => Control.ResumeAsync("no-such-queue"), () => Control.PurgeAsync("no-such-queue") })
            Assert.Contains("no-such-queue", (await Assert.ThrowsAsync<ArgumentException>(mistake)).Message, StringComparison.Ordinal);
    }

    [Theory, InlineData(""), InlineData("Votes"), InlineData("1st"), InlineData("a_b"), InlineData("x\"; drop table t"), InlineData("a1234567890123456789012345678901234567890")]
    public async Task A_name_that_is_not_allowed_is_refused_by_the_database_too(string name)
    {
        var refused = await Assert.ThrowsAnyAsync<Npgsql.PostgresException>(() => harness.Database.RunAsync($"select ermine.create_queue('{name}')"));

        Assert.Contains("lower-case letters, digits and hyphens", refused.MessageText, StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private Task SendAsync(bool isOrdered = false, TimeSpan delay = default) =>
        harness.Store.SendAsync([new OutgoingMessage(_queue, "{}"u8.ToArray(), delay) { GroupKey = isOrdered ? "a" : null }], CancellationToken.None);

    private Task<Lease> ClaimAsync(IWorkStore node, bool isOrdered = false) =>
        node.ClaimAsync(new WorkClaim(_queue, 10, TimeSpan.FromMinutes(10)) { IsOrdered = isOrdered }, CancellationToken.None);
}
