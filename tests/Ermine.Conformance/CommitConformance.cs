using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What every <see cref="ICommit"/> promises: effects, messages and the acknowledgement together, once, or not at all.</summary>
public abstract class CommitConformance(WorkStoreHarness harness) : ConformanceSuite(harness)
{
    [Fact]
    public async Task Effects_messages_and_acknowledgement_are_committed_together()
    {
        var (work, effect, invocation) = (await ClaimedAsync(), Guid.NewGuid(), Harness.NewInvocation());
        Harness.Record(invocation, effect);
        invocation.Commit.Send(Saying("follow-up"));

        await invocation.Commit.CommitAsync(work, CancellationToken.None);

        Assert.True(await Harness.IsRecordedAsync(effect));
        Assert.Equal(["follow-up"], Texts(await ClaimOneAsync()));
        Assert.Empty(await Store.AcknowledgeAsync(work, CancellationToken.None));
    }

    [Fact]
    public async Task When_the_lease_was_lost_nothing_is_committed()
    {
        var (work, effect, invocation) = (await ClaimedAsync(), Guid.NewGuid(), Harness.NewInvocation());
        await Harness.AdvanceAsync(LeaseTime);
        await ClaimOneAsync(Harness.OtherNode);
        Harness.Record(invocation, effect);
        invocation.Commit.Send(Saying("follow-up"));

        await Assert.ThrowsAsync<LeaseLostException>(async () => await invocation.Commit.CommitAsync(work, CancellationToken.None));

        Assert.False(await Harness.IsRecordedAsync(effect));
        Assert.Equal(new QueueDepth(Queue, 0, 1, 0, 0), await DepthAsync());
    }

    [Fact]
    public async Task When_the_lease_was_lost_a_commit_without_effects_sends_nothing()
    {
        var (work, invocation) = (await ClaimedAsync(), Harness.NewInvocation());
        await Harness.AdvanceAsync(LeaseTime);
        await ClaimOneAsync(Harness.OtherNode);
        invocation.Commit.Send(Saying("follow-up"));

        await Assert.ThrowsAsync<LeaseLostException>(async () => await invocation.Commit.CommitAsync(work, CancellationToken.None));

        Assert.Equal(new QueueDepth(Queue, 0, 1, 0, 0), await DepthAsync());
    }

    [Fact]
    public async Task When_an_effect_is_refused_nothing_is_committed()
    {
        var (work, effect) = (await ClaimedAsync(), Guid.NewGuid());
        await RecordedAsync(effect);
        var invocation = Harness.NewInvocation();
        Harness.Record(invocation, effect);
        invocation.Commit.Send(Saying("follow-up"));

        var failure = await Assert.ThrowsAnyAsync<CommitException>(async () => await invocation.Commit.CommitAsync(work, CancellationToken.None));

        Assert.NotEqual(CommitFailure.Unknown, failure.Failure);
        Assert.Equal(new QueueDepth(Queue, 0, 1, 0, 0), await DepthAsync());
        await Store.AcknowledgeAsync(work, CancellationToken.None);
    }

    [Fact]
    public async Task A_commit_without_effects_sends_and_acknowledges()
    {
        var (work, invocation) = (await ClaimedAsync(), Harness.NewInvocation());
        invocation.Commit.Send(Saying("one"));
        invocation.Commit.Send(Saying("two"));
        invocation.Commit.Send(Saying("three", TimeSpan.FromHours(1)));

        await invocation.Commit.CommitAsync(work, CancellationToken.None);

        Assert.Equal(["one", "two"], Texts(await ClaimAsync()));
        Assert.Equal(new QueueDepth(Queue, 0, 2, 1, 0), await DepthAsync());
    }

    [Fact]
    public async Task A_commit_of_a_request_needs_no_lease()
    {
        var (effect, invocation) = (Guid.NewGuid(), Harness.NewInvocation());
        Harness.Record(invocation, effect);
        invocation.Commit.Send(Saying("hello"));

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.True(await Harness.IsRecordedAsync(effect));
        Assert.Equal(["hello"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task An_empty_commit_acknowledges()
    {
        var (work, invocation) = (await ClaimedAsync(), Harness.NewInvocation());

        await invocation.Commit.CommitAsync(work, CancellationToken.None);

        Assert.Equal(new QueueDepth(Queue, 0, 0, 0, 0), await DepthAsync());
    }

    [Fact]
    public async Task An_invocation_that_ends_without_a_commit_leaves_nothing()
    {
        var (effect, invocation) = (Guid.NewGuid(), Harness.NewInvocation());
        Harness.Record(invocation, effect);
        invocation.Commit.Send(Saying("never"));

        await invocation.DisposeAsync();

        Assert.False(await Harness.IsRecordedAsync(effect));
        await NothingIsDueAsync();
    }

    [Fact]
    public async Task Sending_through_an_ended_invocation_says_why_it_cannot()
    {
        var invocation = Harness.NewInvocation();
        var commit = invocation.Commit;
        await invocation.DisposeAsync();

        var refused = Assert.Throws<InvalidOperationException>(() => commit.Send(Saying("too late")));

        Assert.Contains("ended", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_after_the_commit_says_why_it_cannot()
    {
        var invocation = Harness.NewInvocation();
        invocation.Commit.Send(Saying("in time"));
        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        var refused = Assert.Throws<InvalidOperationException>(() => invocation.Commit.Send(Saying("too late")));

        Assert.Contains("committed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["in time"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task A_commit_may_send_to_many_queues()
    {
        var (other, invocation) = (await Harness.NewQueueAsync(), Harness.NewInvocation());
        invocation.Commit.Send(Saying("here"));
        invocation.Commit.Send(Saying("there", queue: other));

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.Equal(["here"], Texts(await ClaimOneAsync()));
        Assert.Equal(["there"], Texts(await Store.ClaimAsync(new WorkClaim(other, 10, LeaseTime), CancellationToken.None)));
    }

    [Fact]
    public async Task Waiting_ends_when_a_commit_sends()
    {
        await NothingIsDueAsync();
        var waiting = Store.WaitAsync(Waiting(0), TimeSpan.FromMinutes(5), CancellationToken.None);
        var invocation = Harness.NewInvocation();
        invocation.Commit.Send(Saying("hello"));

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task<Lease> ClaimedAsync()
    {
        await SendAsync("work");
        return await ClaimOneAsync();
    }

    private async Task RecordedAsync(Guid effect)
    {
        await using var earlier = Harness.NewInvocation();
        Harness.Record(earlier, effect);
        await earlier.Commit.CommitAsync(null, CancellationToken.None);
    }
}
