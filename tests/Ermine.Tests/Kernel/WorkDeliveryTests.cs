using Ermine.Kernel;
using Ermine.Tests.Doubles;
using static Ermine.Tests.Doubles.TestWork;

namespace Ermine.Tests.Kernel;

public sealed class WorkDeliveryTests
{
    [Fact]
    public async Task A_completed_run_without_effects_acknowledges_its_messages()
    {
        await using var work = new TestWork(batchSize: 10);

        await work.RunAsync(Message(1), Message(2));

        Assert.Equal(["acknowledge 1 2"], work.Store.Calls);
    }

    [Fact]
    public async Task A_completed_run_with_effects_acknowledges_in_their_commit()
    {
        await using var work = new TestWork(Sending);

        await work.RunAsync(Message(1));

        Assert.Empty(work.Store.Calls);
        Assert.Equal([1L], Assert.Single(work.Commits.Committed)!.Messages.Select(m => m.Id));
        Assert.Single(work.Commits.Sent);
    }

    [Theory]
    [InlineData(OutcomeKind.Retry, "retry 1")]
    [InlineData(OutcomeKind.Rejected, "bury 1")]
    [InlineData(OutcomeKind.Abandoned, "release 1")]
    public async Task Any_other_outcome_is_recorded_and_commits_nothing(OutcomeKind kind, string call)
    {
        await using var work = new TestWork((invocation, _) =>
        {
            invocation.Commit.Send(new OutgoingMessage("other", default));
            return new(kind switch
            {
                OutcomeKind.Retry => Outcome.Retry(TimeSpan.FromSeconds(1), "later"),
                OutcomeKind.Rejected => Outcome.Rejected("never"),
                _ => Outcome.Abandoned("stopping"),
            });
        });

        await work.RunAsync(Message(1));

        Assert.Equal([call], work.Store.Calls);
        Assert.Empty(work.Commits.Committed);
        Assert.Equal(0, work.Commits.Open);
    }

    [Fact]
    public async Task A_poison_message_in_a_batch_is_buried_alone()
    {
        await using var work = new TestWork(Reading, batchSize: 10);

        await work.RunAsync(Message(1), Message(2, payload: "hunter2"), Message(3));

        Assert.Equal(["bury 2", "acknowledge 1 3"], work.Store.Calls);
    }

    [Fact]
    public async Task A_poison_message_is_buried_also_where_the_rest_of_its_batch_is_tried_again()
    {
        await using var work = new TestWork((invocation, _) =>
        {
            ((WorkInvocation)invocation).Input.Many<int>();
            throw new InvalidOperationException();
        }, batchSize: 10);

        await work.RunAsync(Message(1), Message(2, payload: "hunter2"), Message(3));

        Assert.Equal(["bury 2", "retry 1 3"], work.Store.Calls);
    }

    [Fact]
    public async Task A_batch_of_nothing_but_poison_is_buried()
    {
        await using var work = new TestWork(Reading, batchSize: 10);

        await work.RunAsync(Message(1, payload: "hunter2"), Message(2, payload: "hunter2"));

        Assert.Equal(["bury 1", "bury 2"], work.Store.Calls);
    }

    [Fact]
    public async Task A_poison_message_is_buried_on_its_first_attempt()
    {
        await using var work = new TestWork((invocation, _) =>
        {
            ((WorkInvocation)invocation).Input.One<int>();
            return new(Outcome.Completed);
        });

        await work.RunAsync(Message(1, payload: "hunter2"));

        Assert.Equal(["bury 1"], work.Store.Calls);
    }

    [Fact]
    public async Task A_batch_whose_items_are_told_apart_is_done_tried_again_and_buried_in_parts()
    {
        await using var work = new TestWork((invocation, _) =>
        {
            var batch = ((WorkInvocation)invocation).Input;
            batch.Many<int>();
            return new(batch.Settle(BatchResult.Completed.Retry(1, "not yet").Reject(2, "never")));
        }, batchSize: 10);

        await work.RunAsync(Message(1), Message(2), Message(3), Message(4));

        Assert.Equal(["acknowledge 1 4", "retry 2", "bury 3"], work.Store.Calls);
    }

    [Theory]
    [InlineData(4, "retry 1"), InlineData(5, "bury 1")]
    public async Task An_item_that_is_not_done_has_as_many_attempts_as_any_message(int attempt, string call)
    {
        await using var work = new TestWork((invocation, _) =>
        {
            ((WorkInvocation)invocation).Input.Many<int>();
            return new(((WorkInvocation)invocation).Input.Settle(BatchResult.Completed.Retry(0, "not yet")));
        }, batchSize: 10);

        await work.RunAsync(Message(1, attempt));

        Assert.Equal([call], work.Store.Calls);
    }

    [Fact]
    public async Task No_payload_is_logged()
    {
        await using var work = new TestWork((invocation, _) =>
        {
            ((WorkInvocation)invocation).Input.One<int>();
            return new(Outcome.Completed);
        });

        await work.RunAsync(Message(1, payload: "\"hunter2\""), Message(2, payload: "hunter2"));

        Assert.NotEmpty(work.Log.Lines);
        Assert.DoesNotContain("hunter2", work.Log.Text);
    }

    [Theory]
    [InlineData(CommitFailure.Conflict)]
    [InlineData(CommitFailure.Unavailable)]
    [InlineData(CommitFailure.Refused)]
    [InlineData(CommitFailure.Unstorable)]
    public async Task A_commit_that_failed_is_tried_again_and_logged(CommitFailure failure)
    {
        await using var work = new TestWork(Sending);
        work.Commits.Fails = new CommitException(failure, "no");

        await work.RunAsync(Message(1));

        Assert.Equal(["retry 1"], work.Store.Calls);
        Assert.Equal(1, work.Log.Count(100));
    }

    [Fact]
    public async Task A_commit_that_failed_on_the_last_attempt_buries_the_message()
    {
        await using var work = new TestWork(Sending);
        work.Commits.Fails = new CommitException(CommitFailure.Refused, "no");

        await work.RunAsync(Message(1, attempt: 5));

        Assert.Equal(["bury 1"], work.Store.Calls);
    }

    [Fact]
    public async Task A_commit_of_which_nobody_knows_whether_it_happened_is_left_to_the_lease()
    {
        await using var work = new TestWork(Sending);
        work.Commits.Fails = new CommitException(CommitFailure.Unknown, "the connection broke");

        await work.RunAsync(Message(1));

        Assert.Empty(work.Store.Calls);
        Assert.Equal(1, work.Log.Count(111));
    }

    [Fact]
    public async Task A_run_whose_lease_has_passed_to_another_records_nothing()
    {
        await using var work = new TestWork(Sending);
        work.Commits.Fails = new LeaseLostException("too late");

        await work.RunAsync(Message(1));

        Assert.Empty(work.Store.Calls);
        Assert.Equal(1, work.Log.Count(110));
    }

    [Fact]
    public async Task Every_attempt_at_a_message_has_the_same_idempotency_key()
    {
        await using var work = new TestWork();
        var first = (await work.ReceiveAsync(Message(1)))[0];
        var second = (await work.ReceiveAsync(Message(9, attempt: 2) with { Origin = Message(1).Origin }))[0];

        Assert.Equal("votes/1001", first.Invocation.IdempotencyKey);
        Assert.Equal(first.Invocation.IdempotencyKey, second.Invocation.IdempotencyKey);
    }

    private static ValueTask<Outcome> Sending(Invocation invocation, CancellationToken ct)
    {
        invocation.Commit.Send(new OutgoingMessage("other", default));
        return new(Outcome.Completed);
    }

    private static ValueTask<Outcome> Reading(Invocation invocation, CancellationToken ct)
    {
        ((WorkInvocation)invocation).Input.Many<int>();
        return new(Outcome.Completed);
    }
}
