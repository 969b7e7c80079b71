using Ermine.Kernel;
using Ermine.Tests.Doubles;
using static Ermine.Tests.Doubles.TestWork;

namespace Ermine.Tests.Kernel;

public sealed class WorkSourceTests
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromMilliseconds(15);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(100, 400)]
    public async Task As_many_messages_are_claimed_as_the_free_places_can_take(int batchSize, int limit)
    {
        await using var work = new TestWork(batchSize: batchSize);

        await work.Source.ReceiveAsync(4, CancellationToken.None);

        Assert.Equal(limit, Assert.Single(work.Store.Claims).Limit);
    }

    [Theory]
    [InlineData(1.0 / 3600, 0, new[] { 1, -1 })]
    [InlineData(1.0 / 3600, 1, new[] { 1 })]
    [InlineData(100, 0, new[] { 10 })]
    public async Task What_a_slow_rate_allows_is_left_to_others_where_there_is_nothing_to_do(double perSecond, int messages, int[] tokens)
    {
        await using var work = new TestWork(maxRate: new Rate(perSecond, Math.Max(1, perSecond)));

        await work.ReceiveAsync([.. Enumerable.Range(1, messages).Select(id => Message(id))]);

        Assert.Equal(tokens, work.Store.Tokens);
    }

    [Fact]
    public async Task What_is_given_to_a_wait_is_handed_over_and_until_something_else_is_announced_nothing_is_claimed()
    {
        await using var work = new TestWork();
        work.Store.Give(Message(1));
        work.Store.Give(Message(2));

        var deliveries = new List<Delivery>();
        for (var i = 0; i < 4; i++) deliveries.AddRange(await work.Source.ReceiveAsync(4, CancellationToken.None)); // given, given, announced, claimed

        Assert.Equal(["1", "2"], Ids(deliveries));
        Assert.Equal(2, work.Store.Claims.Count);
        Assert.Equal([4, 4, 4, 4], work.Store.WaitLimits);
    }

    [Fact]
    public async Task A_claim_is_made_after_a_hundred_that_were_given_in_any_case()
    {
        await using var work = new TestWork();
        for (var i = 1; i <= 101; i++) work.Store.Give(Message(i));

        for (var i = 1; i <= 101; i++) await work.Source.ReceiveAsync(4, CancellationToken.None);

        Assert.Equal(2, work.Store.Claims.Count);
    }

    [Fact]
    public async Task The_former_queue_is_asked_after_each_that_was_given()
    {
        await using var work = new TestWork(former: "ballots");
        work.Store.Give(Message(1));

        for (var i = 0; i < 2; i++) await work.Source.ReceiveAsync(4, CancellationToken.None);

        Assert.Equal(4, work.Store.Claims.Count);
    }

    [Theory]
    [InlineData(1, 0, false, 4)]
    [InlineData(100, 0, false, 400)]
    [InlineData(100, 50, false, 0)]
    [InlineData(1, 0, true, 0)]
    public async Task A_wait_takes_as_much_as_the_free_places_can_unless_it_has_to_wait_for_a_rate_or_for_its_batch(int batchSize, int window, bool hasRate, int limit)
    {
        await using var work = new TestWork(batchSize: batchSize, window: TimeSpan.FromMilliseconds(window), maxRate: hasRate ? new Rate(100, 100) : null);

        await work.Source.ReceiveAsync(4, CancellationToken.None);

        Assert.Equal(limit, Assert.Single(work.Store.WaitLimits));
    }

    [Fact]
    public async Task Messages_are_handed_over_in_batches_in_their_order()
    {
        await using var work = new TestWork(batchSize: 2);

        var deliveries = await work.ReceiveAsync(Message(1), Message(2), Message(3));

        Assert.Equal(["1 2", "3"], Ids(deliveries));
    }

    [Fact]
    public async Task A_message_that_failed_before_travels_alone()
    {
        await using var work = new TestWork(batchSize: 10);

        var deliveries = await work.ReceiveAsync(Message(1), Message(2, attempt: 2), Message(3), Message(4, attempt: 3));

        Assert.Equal(["1 3", "2", "4"], Ids(deliveries));
        Assert.Equal([1, 2, 3], deliveries.Select(d => d.Invocation.Attempt));
    }

    [Fact]
    public async Task A_message_whose_time_to_live_is_over_is_buried_unseen()
    {
        await using var work = new TestWork(batchSize: 10);

        var deliveries = await work.ReceiveAsync(Message(1), Message(2) with { IsExpired = true });

        Assert.Equal(["bury 2"], work.Store.Calls);
        Assert.Equal(["1"], Ids(deliveries));
    }

    [Fact]
    public async Task Messages_are_gathered_by_the_value_of_a_member()
    {
        await using var work = new TestWork(batchSize: 10, coalesce: "PollId");

        var deliveries = await work.ReceiveAsync(
            Message(1, payload: """{"pollId":"a","x":{"pollId":"b"}}"""), Message(2, payload: """{"x":[1],"pollId":"b"}"""), Message(3, payload: """{"pollId":"a"}"""), Message(4, payload: "hunter2"));

        Assert.Equal(["1 3", "2", "4"], Ids(deliveries));
    }

    [Fact]
    public async Task A_message_whose_attempts_are_used_up_is_buried_and_the_others_are_handed_over()
    {
        await using var work = new TestWork(batchSize: 10, function: new FunctionAttribute { MaxAttempts = 2 });

        var deliveries = await work.ReceiveAsync(Message(1), Message(2, attempt: 3), Message(3, attempt: 2));

        Assert.Equal(["bury 2"], work.Store.Calls);
        Assert.Equal(["1", "3"], Ids(deliveries));
    }

    [Fact]
    public async Task An_empty_queue_is_waited_for()
    {
        await using var work = new TestWork();

        Assert.Empty(await work.Source.ReceiveAsync(1, CancellationToken.None));

        Assert.Equal(TimeSpan.FromMinutes(2), Assert.Single(work.Store.Waits));
    }

    [Fact]
    public async Task What_was_claimed_ahead_and_not_handed_out_is_handed_back()
    {
        var work = new TestWork();
        work.Store.Offer([.. Enumerable.Range(1, 34).Select(i => Message(i))]);
        await work.Source.ReceiveAsync(1, CancellationToken.None);

        await work.Source.DisposeAsync();

        Assert.Equal(["release 33 34"], work.Store.Calls);
    }

    [Fact]
    public async Task A_claim_under_way_is_not_broken_off_by_stopping()
    {
        await using var work = new TestWork();

        await work.Source.ReceiveAsync(1, new CancellationTokenSource().Token);

        Assert.False(Assert.Single(work.Store.Claims).Ct.CanBeCanceled);
    }

    [Fact]
    public async Task The_leases_of_all_that_runs_are_renewed_together_until_it_has_ended()
    {
        await using var work = new TestWork(lease: ShortLease, heartbeat: true);
        var deliveries = await work.ReceiveAsync(Message(1), Message(2));

        await RenewedAsync(work, 1, 2);
        await work.Dispatcher.DispatchAsync(deliveries[0], default);

        await RenewedAsync(work, 2);
    }

    [Fact]
    public async Task The_lease_of_a_run_that_was_given_up_and_holds_its_thread_is_renewed_no_more()
    {
        await using var work = new TestWork(lease: ShortLease, heartbeat: true);
        var deliveries = await work.ReceiveAsync(Message(1), Message(2));

        await RenewedAsync(work, 1, 2);
        deliveries[0].Invocation.IsOverdue = true;

        await RenewedAsync(work, 2);
    }

    [Fact]
    public async Task A_run_whose_lease_was_lost_is_revoked_and_the_others_are_not()
    {
        await using var work = new TestWork(lease: ShortLease, heartbeat: true);
        work.Store.Renewing = _ => [2];
        var deliveries = await work.ReceiveAsync(Message(1), Message(2));

        await CancelledAsync(deliveries[0].Revoked);

        Assert.False(deliveries[1].Revoked.IsCancellationRequested);
    }

    [Fact]
    public async Task A_batch_that_lost_one_of_its_messages_is_revoked()
    {
        await using var work = new TestWork(batchSize: 10, lease: ShortLease, heartbeat: true);
        work.Store.Renewing = _ => [2];
        var batch = (await work.ReceiveAsync(Message(1), Message(2)))[0];

        await CancelledAsync(batch.Revoked);

        Assert.True(batch.Revoked.IsCancellationRequested);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_renewal_that_fails_is_logged_and_tried_again_at_the_next_beat(bool gaveUp)
    {
        await using var work = new TestWork(lease: ShortLease, heartbeat: true);
        work.Store.Renewing = _ => throw (gaveUp ? new OperationCanceledException() : new IOException("no database"));
        var delivery = (await work.ReceiveAsync(Message(1)))[0];

        await work.Store.RenewedAsync();
        await work.Store.RenewedAsync();

        Assert.NotEqual(0, work.Log.Count(112));
        Assert.False(delivery.Revoked.IsCancellationRequested);
    }

    [Fact]
    public async Task Messages_whose_run_could_not_be_settled_are_no_longer_renewed()
    {
        await using var work = new TestWork((_, _) => new(Outcome.Retry(default, "later")), lease: ShortLease, heartbeat: true);
        work.Store.Fails = new IOException("no database");
        var deliveries = await work.ReceiveAsync(Message(1), Message(2));

        await Assert.ThrowsAsync<IOException>(async () => await work.Dispatcher.DispatchAsync(deliveries[0], default));

        await RenewedAsync(work, 2);
    }

    [Fact]
    public async Task A_source_that_is_disposed_in_the_middle_of_a_renewal_ends_quietly()
    {
        var work = new TestWork(lease: ShortLease, heartbeat: true);
        using var renewing = new SemaphoreSlim(0);
        var disposing = Task.CompletedTask;
        work.Store.Renewing = _ =>
        {
            disposing = work.Source.DisposeAsync().AsTask();
            renewing.Release();
            throw new OperationCanceledException();
        };
        await work.ReceiveAsync(Message(1));

        await renewing.WaitAsync();
        await disposing;

        Assert.Equal(0, work.Log.Count(112));
    }

    private static IEnumerable<string> Ids(IEnumerable<Delivery> deliveries) =>
        deliveries.Select(d => string.Join(' ', ((WorkInvocation)d.Invocation).Input.Messages.Select(m => m.Id)));

    private static async Task RenewedAsync(TestWork work, params long[] ids)
    {
        while (!(await work.Store.RenewedAsync()).Order().SequenceEqual(ids))
        {
            // a beat from before
        }
    }

    private static async Task CancelledAsync(CancellationToken ct)
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = ct.Register(cancelled.SetResult);
        await cancelled.Task;
    }
}
