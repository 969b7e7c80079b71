using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What every <see cref="IWorkStore"/> promises about messages that are sent while a claim of the same process waits. It need not give any to it.</summary>
public abstract class HandOverConformance(WorkStoreHarness harness) : ConformanceSuite(harness)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_is_sent_while_a_claim_waits_comes_to_it_or_to_its_next_claim()
    {
        var waiting = WaitAsync(10);

        await SendAsync("hello");

        var lease = await waiting;
        Assert.Equal(["hello"], Texts(lease.Messages.Count > 0 ? lease : await ClaimAsync()));
        await NothingIsDueAsync();
    }

    [Fact]
    public async Task What_was_given_is_held_as_if_it_had_been_claimed()
    {
        var sent = Saying("hello") with { Priority = MessagePriority.High, Headers = new Dictionary<string, string> { ["colour"] = "blue" }, Version = 1 };

        var given = await GivenAsync(sent);

        await Store.ReleaseAsync(given, CancellationToken.None);
        var claimed = await ClaimOneAsync();
        Assert.Equal(claimed.Owner, given.Owner);
        Assert.Equivalent(claimed.Messages[0], given.Messages[0], strict: true);
        Assert.Equal(claimed.Messages[0].Payload.ToArray(), given.Messages[0].Payload.ToArray());
    }

    [Fact]
    public async Task What_was_given_is_done_when_it_is_acknowledged()
    {
        var given = await GivenAsync(Saying("hello"));

        Assert.Equal([given.Messages[0].Id], await Store.AcknowledgeAsync(given, CancellationToken.None));
        await Harness.AdvanceAsync(2 * LeaseTime);
        await NothingIsDueAsync();
    }

    [Fact]
    public async Task What_was_given_is_due_again_when_its_lease_ends_and_its_first_holder_is_fenced_off()
    {
        var given = await GivenAsync(Saying("hello"));

        await Harness.AdvanceAsync(2 * LeaseTime);

        Assert.Equal(2, (await ClaimOneAsync(Harness.OtherNode)).Messages[0].Attempt);
        Assert.Empty(await Store.AcknowledgeAsync(given, CancellationToken.None));
    }

    [Fact]
    public async Task What_was_given_and_fails_waits_and_comes_again()
    {
        var given = await GivenAsync(Saying("hello"));

        await Store.RetryAsync(given, TimeSpan.FromMinutes(1), "why", isCounted: true, CancellationToken.None);

        await NothingIsDueAsync();
        await Harness.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await ClaimOneAsync()).Messages[0].Attempt);
    }

    [Fact]
    public async Task Messages_are_given_in_the_order_in_which_they_are_sent()
    {
        string[] texts = ["one", "two", "three", "four"];

        var given = await GivenAsync([.. texts.Select(t => Saying(t))]);

        Assert.Equal(texts, Texts(given));
    }

    [Fact]
    public async Task A_wait_that_takes_none_is_given_none()
    {
        var waiting = WaitAsync(0);

        await SendAsync("hello");

        Assert.Empty((await waiting).Messages);
        Assert.Equal(["hello"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task A_wait_is_given_no_more_than_it_takes()
    {
        var waiting = WaitAsync(2);

        await SendAsync("one", "two", "three");

        Assert.InRange((await waiting).Messages.Count, 0, 2);
        Assert.Equal(new QueueDepth(Queue, Ready: 3 - (await waiting).Messages.Count, Leased: (await waiting).Messages.Count, Later: 0, Dead: 0), await DepthAsync());
    }

    [Theory]
    [InlineData(true, 0, 0)]
    [InlineData(false, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task What_has_to_wait_for_others_is_not_given(bool isOrdered, int maxLeased, int newer)
    {
        var waiting = Store.WaitAsync(Waiting(10) with { IsOrdered = isOrdered, MaxLeased = maxLeased }, TimeSpan.FromMinutes(5), CancellationToken.None);

        await Store.SendAsync([Saying("hello") with { GroupKey = isOrdered ? "a" : null, Version = 1 + newer }], CancellationToken.None);

        Assert.Empty((await waiting.WaitAsync(Limit)).Messages);
        Assert.Equal(1, (await DepthAsync()).Ready);
    }

    [Fact]
    public async Task What_asks_for_more_than_to_be_handled_is_not_given()
    {
        var waiting = WaitAsync(10);

        await Store.SendAsync([Saying("later", TimeSpan.FromHours(1)), Saying("short") with { TimeToLive = TimeSpan.FromHours(1) }], CancellationToken.None);

        Assert.Empty((await waiting).Messages);
        Assert.Equal(["short"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task Of_two_that_wait_each_message_comes_to_one()
    {
        var (one, other) = (WaitAsync(10), WaitAsync(10, Harness.OtherNode));

        await SendAsync("hello");

        Assert.Equal(1, (await one).Messages.Count + (await ClaimAsync()).Messages.Count);
        await Store.SendAsync([Saying("bye")], CancellationToken.None);
        Assert.Equal(1, (await other).Messages.Count + (await ClaimAsync(node: Harness.OtherNode)).Messages.Count);
    }

    [Fact]
    public async Task Whoever_has_stopped_waiting_is_given_nothing()
    {
        using var stopping = new CancellationTokenSource();
        var waiting = Store.WaitAsync(Waiting(10), TimeSpan.FromMinutes(5), stopping.Token);
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Limit));

        await SendAsync("hello");

        Assert.Equal(["hello"], Texts(await ClaimOneAsync(Harness.OtherNode)));
    }

    [Fact]
    public async Task What_a_commit_sends_comes_to_who_waits_when_it_has_happened()
    {
        var waiting = WaitAsync(10);
        var invocation = Harness.NewInvocation();
        invocation.Commit.Send(Saying("hello"));
        var effect = Guid.NewGuid();
        Harness.Record(invocation, effect);

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        var lease = await waiting;
        Assert.Equal(["hello"], Texts(lease.Messages.Count > 0 ? lease : await ClaimAsync()));
        Assert.True(await Harness.IsRecordedAsync(effect));
    }

    [Fact]
    public async Task What_a_commit_would_have_sent_comes_to_nobody_when_it_fails()
    {
        var waiting = Store.WaitAsync(Waiting(10), TimeSpan.FromMinutes(5), CancellationToken.None);
        var effect = Guid.NewGuid();
        await CommitAsync(effect);

        await Assert.ThrowsAsync<CommitException>(() => CommitAsync(effect, Saying("never")));
        await SendAsync("hello");

        var lease = await waiting.WaitAsync(Limit);
        Assert.Equal(["hello"], Texts(lease.Messages.Count > 0 ? lease : await ClaimAsync()));
        await NothingIsDueAsync();
    }

    [Fact]
    public async Task Of_many_that_are_sent_while_one_after_the_other_waits_each_comes_once()
    {
        const int Count = 200;
        var seen = new List<string>();
        var sends = Task.WhenAll(Enumerable.Range(0, Count).Select(i => Task.Run(() => SendAsync($"{i}"))));
        while (seen.Count < Count)
        {
            var lease = await WaitAsync(3, atMost: TimeSpan.FromMilliseconds(20));
            if (lease.Messages.Count == 0) lease = await ClaimAsync();
            if (lease.Messages.Count == 0) continue;

            seen.AddRange(Texts(lease));
            Assert.Equal(lease.Messages.Count, (await Store.AcknowledgeAsync(lease, CancellationToken.None)).Count);
        }

        await sends;
        Assert.Equal(Enumerable.Range(0, Count).Select(i => $"{i}").Order(), seen.Order());
        Assert.Equal(new QueueDepth(Queue, Ready: 0, Leased: 0, Later: 0, Dead: 0), await DepthAsync());
    }

    /// <summary>Waits for messages; a wait that is announced something else is repeated by the test itself.</summary>
    protected Task<Lease> WaitAsync(int limit, IWorkStore? node = null, TimeSpan? atMost = null) =>
        (node ?? Store).WaitAsync(Waiting(limit), atMost ?? TimeSpan.FromMinutes(5), CancellationToken.None).WaitAsync(Limit);

    /// <summary>What is sent to a claim that waits; claimed, where the store gives nothing away.</summary>
    protected async Task<Lease> GivenAsync(params OutgoingMessage[] messages)
    {
        var waiting = WaitAsync(10);
        await Store.SendAsync(messages, CancellationToken.None);
        return await waiting is { Messages.Count: > 0 } given ? given : await ClaimAsync();
    }

    private async Task CommitAsync(Guid effect, params OutgoingMessage[] messages)
    {
        await using var invocation = Harness.NewInvocation();
        foreach (var message in messages) invocation.Commit.Send(message);
        Harness.Record(invocation, effect);
        await invocation.Commit.CommitAsync(null, CancellationToken.None);
    }
}
