using System.Collections.Concurrent;
using Ermine.Kernel;

namespace Ermine.Conformance;

/// <summary>What every <see cref="IWorkStore"/> promises about delivery, leases, retries and dead letters.</summary>
public abstract class WorkStoreConformance(WorkStoreHarness harness) : ConformanceSuite(harness)
{
    [Fact]
    public async Task A_message_is_delivered_once_and_gone_when_acknowledged()
    {
        await SendAsync("hello");

        var lease = await ClaimOneAsync();
        await Store.AcknowledgeAsync(lease, CancellationToken.None);

        Assert.Equal(["hello"], Texts(lease));
        await Harness.AdvanceAsync(LeaseTime * 2);
        await NothingIsDueAsync();
        Assert.Equal(new QueueDepth(Queue, 0, 0, 0, 0), await DepthAsync());
    }

    [Fact]
    public async Task A_claimed_message_is_invisible_to_others()
    {
        await SendAsync("hello");

        await ClaimOneAsync();

        await NothingIsDueAsync();
    }

    [Fact]
    public async Task Messages_are_claimed_in_the_order_in_which_they_were_sent_and_no_more_than_asked_for()
    {
        await SendManyAsync(7);

        var first = await ClaimAsync(limit: 3);
        var second = await ClaimAsync(limit: 3);
        var third = await ClaimAsync(limit: 3);

        Assert.Equal(["0", "1", "2"], Texts(first));
        Assert.Equal(["3", "4", "5"], Texts(second));
        Assert.Equal(["6"], Texts(third));
    }

    [Fact]
    public async Task Headers_and_the_time_of_sending_travel_with_a_message()
    {
        var headers = new Dictionary<string, string> { [Message.TraceParent] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", ["quote"] = "\"ü\"" };
        await Store.SendAsync([Saying("with") with { Headers = headers }, Saying("without")], CancellationToken.None);

        var claimed = (await ClaimAsync()).Messages;

        Assert.Equal(headers, claimed[0].Headers);
        Assert.Null(claimed[1].Headers);
        Assert.Equal("00f067aa0ba902b7", claimed[0].Trace.SpanId.ToString());
        Assert.Equal(claimed[0].EnqueuedAt, claimed[1].EnqueuedAt);
    }

    [Fact]
    public async Task A_message_whose_lease_expires_is_delivered_again_with_the_next_attempt()
    {
        await SendAsync("hello");
        var first = await ClaimOneAsync();

        await Harness.AdvanceAsync(LeaseTime);

        var second = await ClaimOneAsync(Harness.OtherNode);
        Assert.Equal(1, first.Messages[0].Attempt);
        Assert.Equal(2, second.Messages[0].Attempt);
        Assert.Equal(first.Messages[0].Origin, second.Messages[0].Origin);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_worker_whose_message_was_claimed_again_cannot_acknowledge_it(bool byItsOwnNode)
    {
        await SendAsync("hello");
        var zombie = await ClaimOneAsync();
        await Harness.AdvanceAsync(LeaseTime);
        var holder = byItsOwnNode ? Store : Harness.OtherNode;
        var held = await ClaimOneAsync(holder);

        Assert.Empty(await Store.AcknowledgeAsync(zombie, CancellationToken.None));

        Assert.Single(await holder.AcknowledgeAsync(held, CancellationToken.None));
    }

    [Fact]
    public async Task Acknowledging_removes_what_is_still_held_and_answers_which()
    {
        await SendAsync("kept", "lost");
        var both = await ClaimAsync();
        await Harness.AdvanceAsync(LeaseTime);
        var stolen = await ClaimAsync(limit: 1, Harness.OtherNode);

        var removed = await Store.AcknowledgeAsync(both, CancellationToken.None);

        var depth = await DepthAsync();
        Assert.Equal(both.Messages.Select(m => m.Id).Except(stolen.Messages.Select(m => m.Id)), removed);
        Assert.Equal(1, depth.Ready + depth.Leased);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_can_neither_retry_nor_bury_nor_release()
    {
        await SendAsync("hello");
        var zombie = await ClaimOneAsync();
        await Harness.AdvanceAsync(LeaseTime);
        var held = await ClaimOneAsync(Harness.OtherNode);

        await Store.RetryAsync(zombie, TimeSpan.Zero, "late", isCounted: true, CancellationToken.None);
        await Store.DeadLetterAsync(zombie, new Failure("f", "late"), CancellationToken.None);
        await Store.ReleaseAsync(zombie, CancellationToken.None);

        Assert.Equal(new QueueDepth(Queue, 0, 1, 0, 0), await DepthAsync());
        await Harness.OtherNode.AcknowledgeAsync(held, CancellationToken.None);
    }

    [Fact]
    public async Task A_renewed_lease_holds_for_its_new_time()
    {
        await SendAsync("hello");
        var lease = await ClaimOneAsync();
        await Harness.AdvanceAsync(LeaseTime / 2);

        var held = await Store.RenewAsync(lease, LeaseTime, CancellationToken.None);
        await Harness.AdvanceAsync(LeaseTime * 0.9);

        Assert.Equal(lease.Messages.Select(m => m.Id), held);
        await NothingIsDueAsync();
        await Harness.AdvanceAsync(LeaseTime * 0.2);
        await ClaimOneAsync();
    }

    [Fact]
    public async Task Renewing_answers_only_what_is_still_held()
    {
        await SendAsync("lost", "held");
        var both = await ClaimAsync();
        await Harness.AdvanceAsync(LeaseTime);
        await ClaimAsync(limit: 1, Harness.OtherNode);

        var held = await Store.RenewAsync(both, LeaseTime, CancellationToken.None);

        Assert.Equal([both.Messages[1].Id], held);
    }

    [Fact]
    public async Task A_retried_message_waits_its_time_and_keeps_its_origin()
    {
        await SendAsync("hello");
        var first = await ClaimOneAsync();

        await Store.RetryAsync(first, TimeSpan.FromMinutes(5), "not now", isCounted: true, CancellationToken.None);

        await Harness.AdvanceAsync(TimeSpan.FromMinutes(4.9));
        await NothingIsDueAsync();
        Assert.Equal(new QueueDepth(Queue, 0, 0, 1, 0), await DepthAsync());
        await Harness.AdvanceAsync(TimeSpan.FromMinutes(0.2));
        var second = (await ClaimOneAsync()).Messages[0];
        var sent = first.Messages[0];
        Assert.Equal((sent.Origin, 2, sent.EnqueuedAt), (second.Origin, second.Attempt, second.EnqueuedAt));
    }

    [Fact]
    public async Task An_origin_stays_the_same_over_many_retries()
    {
        await SendAsync("hello");
        var lease = await ClaimOneAsync();
        var origin = lease.Messages[0].Origin;

        for (var attempt = 2; attempt <= 5; attempt++)
        {
            await Store.RetryAsync(lease, TimeSpan.FromSeconds(1), "again", isCounted: true, CancellationToken.None);
            await Harness.AdvanceAsync(TimeSpan.FromSeconds(2));
            lease = await ClaimOneAsync();
            Assert.Equal((origin, attempt), (lease.Messages[0].Origin, lease.Messages[0].Attempt));
        }
    }

    [Fact]
    public async Task A_dead_letter_keeps_everything_and_is_never_delivered()
    {
        await Store.SendAsync([Saying("hello") with { Headers = new Dictionary<string, string> { ["a"] = "b" } }], CancellationToken.None);
        var lease = await ClaimOneAsync();

        await Store.DeadLetterAsync(lease, new Failure("voting.tally", "hopeless"), CancellationToken.None);

        await Harness.AdvanceAsync(TimeSpan.FromDays(1));
        await NothingIsDueAsync();
        var message = lease.Messages[0];
        var dead = Assert.Single(await Harness.DeadLettersAsync(Queue));
        Assert.Equal((message.Origin, 1, "hopeless", "hello", message.EnqueuedAt), (dead.Id, dead.Attempts, dead.Reason, dead.Payload, dead.EnqueuedAt));
        Assert.Equal("b", dead.Headers!["a"]);
        Assert.True(dead.DiedAt >= dead.EnqueuedAt);
        Assert.Equal(new QueueDepth(Queue, 0, 0, 0, 1), await DepthAsync());
    }

    [Fact]
    public async Task A_released_message_is_due_at_once_and_the_attempt_does_not_count()
    {
        await SendAsync("hello");
        var first = await ClaimOneAsync();

        await Store.ReleaseAsync(first, CancellationToken.None);

        var second = await ClaimOneAsync();
        Assert.Equal(1, second.Messages[0].Attempt);
        Assert.Equal(first.Messages[0].Id, second.Messages[0].Id);
    }

    [Fact]
    public async Task A_delayed_message_is_due_when_its_time_has_come()
    {
        await Store.SendAsync([Saying("later", TimeSpan.FromHours(1)), Saying("now")], CancellationToken.None);

        Assert.Equal(["now"], Texts(await ClaimOneAsync()));

        Assert.Equal(1, (await DepthAsync()).Later);
        await Harness.AdvanceAsync(TimeSpan.FromHours(1));
        var lease = await ClaimAsync();
        Assert.Contains("later", Texts(lease));
        Assert.Equal(1, lease.Messages.Single(m => Texts(lease with { Messages = [m] }).Single() == "later").Attempt);
    }

    [Fact]
    public async Task Many_at_a_time_never_share_a_message()
    {
        const int messages = 400;
        await SendManyAsync(messages);
        var claimed = new ConcurrentBag<string>();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var node = i % 2 == 0 ? Store : Harness.OtherNode;
            while (claimed.Count < messages && await ClaimAsync(limit: 7, node) is var lease)
            {
                foreach (var text in Texts(lease)) claimed.Add(text);
                if (lease.Messages.Count > 0) await node.AcknowledgeAsync(lease, CancellationToken.None);
            }
        }));

        Assert.Equal(messages, claimed.Count);
        Assert.Equal(messages, claimed.Distinct().Count());
    }

    [Fact]
    public async Task Queues_do_not_see_each_others_messages()
    {
        var other = await Harness.NewQueueAsync();
        await Store.SendAsync([Saying("here"), Saying("there", queue: other)], CancellationToken.None);

        var here = await ClaimAsync();
        var there = await Store.ClaimAsync(new WorkClaim(other, 10, LeaseTime), CancellationToken.None);

        Assert.Equal(["here"], Texts(here));
        Assert.Equal(["there"], Texts(there));
    }

    [Fact]
    public async Task A_message_that_commits_late_is_found_below_those_that_were_claimed_before_it()
    {
        await SendManyAsync(5);
        await using var late = await Harness.HoldSendAsync(Saying("late"));
        await SendManyAsync(50);
        for (var left = 55; left > 0;)
        {
            var early = await ClaimAsync(limit: 10);
            left -= early.Messages.Count;
            await Store.AcknowledgeAsync(early, CancellationToken.None);
        }

        await late.CommitAsync();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var found = await ClaimAsync();
        while (found.Messages.Count == 0)
        {
            await Store.WaitAsync(Waiting(0), TimeSpan.FromMilliseconds(10), limit.Token);
            found = await ClaimAsync();
        }

        Assert.Equal(["late"], Texts(found));
    }

    [Fact]
    public async Task Depths_count_what_is_due_leased_waiting_and_dead()
    {
        await SendManyAsync(6);
        await Store.SendAsync([Saying("later", TimeSpan.FromDays(1))], CancellationToken.None);
        var lease = await ClaimAsync(limit: 3);

        await Store.DeadLetterAsync(lease.Of([lease.Messages[0]]), new Failure("voting.tally", "why"), CancellationToken.None);

        Assert.Equal(new QueueDepth(Queue, Ready: 3, Leased: 2, Later: 1, Dead: 1), await DepthAsync());
    }

    [Fact]
    public async Task A_message_whose_time_has_come_counts_as_due_even_before_anybody_asks_for_it()
    {
        await Store.SendAsync([Saying("later", TimeSpan.FromHours(1))], CancellationToken.None);

        await Harness.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Equal(new QueueDepth(Queue, Ready: 1, Leased: 0, Later: 0, Dead: 0), await DepthAsync());
    }

    [Fact]
    public async Task Waiting_ends_when_this_process_sends()
    {
        await NothingIsDueAsync();
        var waiting = Store.WaitAsync(Waiting(0), TimeSpan.FromMinutes(5), CancellationToken.None);

        await SendAsync("hello");

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Waiting_does_not_miss_what_was_sent_after_an_empty_claim()
    {
        await NothingIsDueAsync();
        await SendAsync("hello");

        var waiting = Store.WaitAsync(Waiting(0), TimeSpan.FromMinutes(5), CancellationToken.None);

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Waiting_ends_when_the_clock_is_advanced()
    {
        await NothingIsDueAsync();
        var waiting = Store.WaitAsync(Waiting(0), TimeSpan.FromMinutes(5), CancellationToken.None);

        await Harness.AdvanceAsync(TimeSpan.FromSeconds(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        var waiting = Store.WaitAsync(Waiting(0), TimeSpan.FromMinutes(5), cancelled.Token);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Sending_is_all_or_nothing()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => Store.SendAsync([Saying("one"), Saying("two", queue: "no-such-queue")], CancellationToken.None));

        await NothingIsDueAsync();
    }
}
