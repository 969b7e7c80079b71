using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What every <see cref="IWorkStore"/> promises about what a message asks for.</summary>
public abstract class MessageConformance(WorkStoreHarness harness) : ConformanceSuite(harness)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task High_goes_before_normal_and_normal_before_low()
    {
        await SendAllAsync(
            Saying("low") with { Priority = MessagePriority.Low }, Saying("normal"), Saying("high") with { Priority = MessagePriority.High }, Saying("normal too"));

        var first = await ClaimAsync(limit: 2);
        var second = await ClaimAsync(limit: 2);

        Assert.Equal(["high", "normal"], Texts(first));
        Assert.Equal(["normal too", "low"], Texts(second));
    }

    [Theory]
    [InlineData(MessagePriority.High), InlineData(MessagePriority.Normal), InlineData(MessagePriority.Low)]
    public async Task A_priority_outlives_retries_and_messages_of_every_one_can_be_settled(MessagePriority priority)
    {
        await SendAllAsync(Saying("hello") with { Priority = priority });
        await Store.RetryAsync(await ClaimOneAsync(), TimeSpan.FromSeconds(1), "again", isCounted: true, CancellationToken.None);
        await Harness.AdvanceAsync(TimeSpan.FromSeconds(2));

        var lease = await ClaimOneAsync();
        await Store.RenewAsync(lease, LeaseTime, CancellationToken.None);

        Assert.Equal((priority, 2), (lease.Messages[0].Priority, lease.Messages[0].Attempt));
        Assert.Single(await Store.AcknowledgeAsync(lease, CancellationToken.None));
    }

    [Fact]
    public async Task A_retry_that_only_asks_for_time_counts_as_no_attempt()
    {
        await SendAsync("hello");

        await Store.RetryAsync(await ClaimOneAsync(), TimeSpan.FromSeconds(1), "too early", isCounted: false, CancellationToken.None);

        await Harness.AdvanceAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(1, (await ClaimOneAsync()).Messages[0].Attempt);
    }

    [Theory]
    [InlineData(9, false), InlineData(10, true)]
    public async Task A_message_says_whether_its_time_to_live_is_over(int after, bool isExpired)
    {
        await SendAllAsync(Saying("hello") with { TimeToLive = TimeSpan.FromMinutes(10) });

        await Harness.AdvanceAsync(TimeSpan.FromMinutes(after));

        Assert.Equal(isExpired, (await ClaimOneAsync()).Messages[0].IsExpired);
    }

    [Fact]
    public async Task Of_messages_with_one_key_the_first_is_kept_until_the_window_is_over()
    {
        await SendAllAsync(Once("one"));
        await SendAllAsync(Once("two"), Saying("another"));

        var before = await ClaimAsync();
        await Store.AcknowledgeAsync(before, CancellationToken.None);
        await Harness.AdvanceAsync(Window);
        await SendAllAsync(Once("three"));

        Assert.Equal(["another", "one"], Texts(before).Order(StringComparer.Ordinal));
        Assert.Equal(["three"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task Of_messages_with_one_key_in_one_send_the_first_is_kept()
    {
        await SendAllAsync(Once("one"), Once("two"));

        Assert.Equal(["one"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task A_key_is_not_taken_by_a_send_that_failed()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => SendAllAsync(Once("lost"), Saying("x", queue: "no-such-queue")));

        await SendAllAsync(Once("kept"));

        Assert.Equal(["kept"], Texts(await ClaimOneAsync()));
    }

    [Fact]
    public async Task Of_many_senders_of_one_key_at_a_time_one_succeeds()
    {
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? Store : Harness.OtherNode).SendAsync([Once($"{i}"), Saying($"{i}")], CancellationToken.None)));

        Assert.Equal(17, (await ClaimAsync(limit: 100)).Messages.Count);
    }

    [Fact]
    public async Task A_delayed_message_keeps_what_it_asked_for()
    {
        await SendAllAsync(Once("hello", TimeSpan.FromHours(1)) with { Priority = MessagePriority.High, TimeToLive = TimeSpan.FromHours(2) });

        await Harness.AdvanceAsync(TimeSpan.FromHours(1));

        var message = (await ClaimOneAsync()).Messages[0];
        Assert.Equal((MessagePriority.High, false), (message.Priority, message.IsExpired));
    }

    [Fact]
    public async Task A_version_that_a_node_does_not_know_waits_for_one_that_does()
    {
        await SendAllAsync(Saying("new") with { Version = 2 }, Saying("old"));

        var old = await Store.ClaimAsync(new WorkClaim(Queue, 10, LeaseTime) { Version = 1 }, CancellationToken.None);
        var rest = await Harness.OtherNode.ClaimAsync(new WorkClaim(Queue, 10, LeaseTime) { Version = 2 }, CancellationToken.None);

        Assert.Equal(["old"], Texts(old));
        Assert.Equal(["new"], Texts(rest));
    }

    [Fact]
    public async Task A_send_that_is_refused_spoils_no_other_that_waited_at_the_same_time()
    {
        var sends = Enumerable.Range(0, 60).Select(i => (Fails: i % 7 == 3, Sent: Store.SendAsync([Saying($"{i}", queue: i % 7 == 3 ? "no-such-queue" : null)], CancellationToken.None))).ToArray();

        foreach (var (fails, sent) in sends) Assert.Equal(fails, await FailsAsync(sent));

        Assert.Equal(sends.Count(s => !s.Fails), (await ClaimAsync(limit: 100)).Messages.Count);
    }

    [Fact]
    public async Task A_rate_holds_over_all_nodes()
    {
        var rate = new Rate(10.0 / 3600, 10); // one in six minutes, so that none comes in while the test runs

        var taken = await Store.TakeAsync(Queue, rate, 7, CancellationToken.None);
        var rest = await Harness.OtherNode.TakeAsync(Queue, rate, 7, CancellationToken.None);
        var none = await Store.TakeAsync(Queue, rate, 7, CancellationToken.None);
        await Harness.AdvanceAsync(TimeSpan.FromMinutes(30));
        var later = await Store.TakeAsync(Queue, rate, 7, CancellationToken.None);

        Assert.Equal((7, 3, 0), (taken.Taken, rest.Taken, none.Taken));
        Assert.InRange(none.Wait, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
        Assert.Equal(5, later.Taken);
    }

    [Fact]
    public async Task What_is_given_back_of_a_rate_is_there_for_other_nodes()
    {
        var rate = new Rate(1.0 / 3600, 1);

        await Store.TakeAsync(Queue, rate, 1, CancellationToken.None);
        var before = await Harness.OtherNode.TakeAsync(Queue, rate, 1, CancellationToken.None);
        await Store.TakeAsync(Queue, rate, -1, CancellationToken.None);
        var after = await Harness.OtherNode.TakeAsync(Queue, rate, 1, CancellationToken.None);
        var more = await Store.TakeAsync(Queue, rate, 1, CancellationToken.None);

        Assert.Equal((0, 1, 0), (before.Taken, after.Taken, more.Taken));
    }

    private OutgoingMessage Once(string text, TimeSpan delay = default) => Saying(text, delay) with { DeduplicationKey = "the-key", DeduplicationWindow = Window };

    private Task SendAllAsync(params OutgoingMessage[] messages) => Store.SendAsync(messages, CancellationToken.None);

    private static async Task<bool> FailsAsync(Task sent)
    {
        try
        {
            await sent;
            return false;
        }
        catch (CommitException)
        {
            return true;
        }
    }
}
