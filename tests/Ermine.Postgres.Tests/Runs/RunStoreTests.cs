using System.Text;
using Ermine.Functions;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>A run as a message and as a row, on two nodes over a real database.</summary>
public sealed class RunStoreTests(PostgresHarness harness) : IClassFixture<PostgresHarness>, IAsyncLifetime
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(60);
    private static int _functions;

    private readonly string _queue = RunQueue.Of($"tests.run-{Interlocked.Increment(ref _functions)}");
    private DateTimeOffset _last = DateTimeOffset.UtcNow;

    private IRunStore Runs => harness.Node.Services.GetRequiredService<IRunStore>();

    public Task InitializeAsync() => harness.Database.RunAsync($"select ermine.create_queue('{_queue}')");

    [Fact]
    public async Task A_run_waits_runs_and_is_done_with_its_result()
    {
        var id = await SendAsync();
        var waiting = await StatusAsync(id);
        var lease = await ClaimAsync(harness.OtherNode);
        var running = await StatusAsync(id);

        Assert.Single(await harness.OtherNode.AcknowledgeAsync(Answering(lease, """{"n":1.50}"""), CancellationToken.None));

        var done = await StatusAsync(id);
        Assert.Equal((RunState.Waiting, RunState.Running, RunState.Done), (waiting.State, running.State, done.State));
        Assert.Equal("""{"n":1.50}""", done.Result);
        Assert.Equal(1, done.Attempts);
        Assert.Equal(waiting.EnqueuedAt, done.EnqueuedAt);
        Assert.NotNull(done.EndedAt);
    }

    [Fact]
    public async Task A_commit_records_the_result_together_with_the_effects()
    {
        var id = await SendAsync();
        var (lease, effect, invocation) = (await ClaimAsync(), Guid.NewGuid(), harness.NewInvocation());
        harness.Record(invocation, effect);

        await invocation.Commit.CommitAsync(Answering(lease, "7"), CancellationToken.None);

        Assert.True(await harness.IsRecordedAsync(effect));
        Assert.Equal((RunState.Done, "7"), await StateAndResultAsync(id));
    }

    [Fact]
    public async Task Each_of_many_runs_that_are_acknowledged_together_keeps_its_own_result()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 60; i++) ids.Add(await SendAsync($$"""{"n":{{i}}}"""));
        var lease = await ClaimAsync(limit: 100);
        Message[] answered = [.. lease.Messages.Select(m => m with { Result = m.Payload }).OrderBy(m => m.Payload.Span[^2])]; // in no order of ids
        var lost = answered[7];
        await Runs.CancelAsync(lost.Run!.Value, "lost", CancellationToken.None);

        var removed = await harness.Store.AcknowledgeAsync(lease.Of(answered), CancellationToken.None);

        Assert.Equal(59, removed.Count);
        for (var i = 0; i < 60; i++)
        {
            var status = await StatusAsync(ids[i]);
            Assert.Equal(ids[i] == lost.Run ? (RunState.Cancelled, null) : (RunState.Done, $$"""{"n":{{i}}}"""), (status.State, status.Result));
        }
    }

    [Fact]
    public async Task A_run_that_failed_waits_for_its_next_attempt_and_says_why()
    {
        var id = await SendAsync();

        await harness.Store.RetryAsync(await ClaimAsync(), TimeSpan.FromHours(1), "no luck", isCounted: true, CancellationToken.None);

        var retrying = await StatusAsync(id);
        Assert.Equal((RunState.Retrying, 1, "no luck"), (retrying.State, retrying.Attempts, retrying.Error));
        Assert.NotNull(retrying.DueAt);
    }

    [Fact]
    public async Task A_run_that_was_given_up_has_failed_and_says_why()
    {
        var id = await SendAsync();

        await harness.Store.DeadLetterAsync(await ClaimAsync(), new Failure("tests.run", "hopeless"), CancellationToken.None);

        var failed = await StatusAsync(id);
        Assert.Equal((RunState.Failed, "hopeless"), (failed.State, failed.Error));
        Assert.NotNull(failed.EndedAt);
    }

    [Fact]
    public async Task A_run_that_waits_is_cancelled_and_never_claimed()
    {
        var (id, delayed) = (await SendAsync(), await SendAsync(delay: TimeSpan.FromHours(1)));

        Assert.True(await Runs.CancelAsync(id, "by me", CancellationToken.None));
        Assert.True(await Runs.CancelAsync(delayed, "by me", CancellationToken.None));

        Assert.Empty((await ClaimAsync()).Messages);
        Assert.Equal((RunState.Cancelled, "by me"), ((await StatusAsync(id)).State, (await StatusAsync(delayed)).Error));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_runs_can_record_nothing_any_more()
    {
        var id = await SendAsync();
        var (lease, effect, invocation) = (await ClaimAsync(harness.OtherNode), Guid.NewGuid(), harness.NewInvocation());
        harness.Record(invocation, effect);

        Assert.True(await Runs.CancelAsync(id, "by me", CancellationToken.None));

        Assert.Empty(await harness.OtherNode.RenewAsync(lease, LeaseTime, CancellationToken.None));
        await Assert.ThrowsAsync<LeaseLostException>(async () => await invocation.Commit.CommitAsync(Answering(lease, "1"), CancellationToken.None));
        Assert.False(await harness.IsRecordedAsync(effect));
        Assert.Equal((RunState.Cancelled, null), await StateAndResultAsync(id));
    }

    [Fact]
    public async Task A_run_that_is_done_cannot_be_cancelled()
    {
        var id = await SendAsync();
        await harness.Store.AcknowledgeAsync(Answering(await ClaimAsync(), "1"), CancellationToken.None);

        Assert.False(await Runs.CancelAsync(id, "too late", CancellationToken.None));

        Assert.Equal((RunState.Done, "1"), await StateAndResultAsync(id));
    }

    [Fact]
    public async Task A_run_that_nobody_asked_for_is_not_found()
    {
        Assert.Null(await Runs.FindAsync(RunId.New(_queue, DateTimeOffset.UtcNow), isWhole: false, CancellationToken.None));
        Assert.False(await Runs.CancelAsync(Guid.NewGuid(), "none", CancellationToken.None));
    }

    [Fact]
    public async Task Two_calls_with_one_key_make_one_run()
    {
        var id = RunId.Of(_queue, "order 7");

        await harness.Store.SendAsync([Keyed(id)], CancellationToken.None);
        await harness.OtherNode.SendAsync([Keyed(id)], CancellationToken.None);

        Assert.Equal(id, Assert.Single((await ClaimAsync()).Messages).Run);
    }

    [Fact]
    public async Task A_whole_run_is_the_message_that_was_sent()
    {
        var id = RunId.New(_queue, DateTimeOffset.UtcNow);
        var sent = new OutgoingMessage(_queue, Encoding.UTF8.GetBytes("""{"a":2}"""), default, new Dictionary<string, string> { ["who"] = "me" }) { Run = id, Priority = MessagePriority.Low };
        await harness.Store.SendAsync([sent], CancellationToken.None);
        await harness.Store.AcknowledgeAsync(Answering(await ClaimAsync(), "1"), CancellationToken.None);

        var again = (await Runs.FindAsync(id, isWhole: true, CancellationToken.None))!.Message!;

        Assert.Equal("""{"a":2}""", Encoding.UTF8.GetString(again.Payload.Span));
        Assert.Equal(("me", MessagePriority.Low, (Guid?)null), (again.Headers!["who"], again.Priority, again.Run));
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_page_by_page_in_every_state()
    {
        var (done, failed, cancelled, delayed, waiting) = (await SendAsync(), await SendAsync(), await SendAsync(), await SendAsync(delay: TimeSpan.FromHours(1)), await SendAsync());
        await Runs.CancelAsync(cancelled, "c", CancellationToken.None);
        var lease = await ClaimAsync();
        await harness.Store.AcknowledgeAsync(Answering(lease.Of([lease.Messages.Single(m => m.Run == done)]), "1"), CancellationToken.None);
        await harness.Store.DeadLetterAsync(lease.Of([lease.Messages.Single(m => m.Run == failed)]), new Failure("f", "bad"), CancellationToken.None);
        await harness.Store.ReleaseAsync(lease.Of([lease.Messages.Single(m => m.Run == waiting)]), CancellationToken.None);

        var first = await Runs.ListAsync(_queue, null, null, 2, CancellationToken.None);
        var rest = await Runs.ListAsync(_queue, null, first[^1].Status.Id, 10, CancellationToken.None);

        Assert.Equal([waiting, delayed, cancelled, failed, done], first.Concat(rest).Select(r => r.Status.Id));
        Assert.Equal([RunState.Waiting, RunState.Waiting, RunState.Cancelled, RunState.Failed, RunState.Done], first.Concat(rest).Select(r => r.Status.State));
        Assert.Equal([failed], (await Runs.ListAsync(_queue, RunState.Failed, null, 10, CancellationToken.None)).Select(r => r.Status.Id));
    }

    [Fact]
    public async Task A_run_that_ended_long_ago_is_forgotten_and_one_that_waits_is_not()
    {
        var (done, waiting) = (await SendAsync(), await SendAsync(delay: TimeSpan.FromDays(30)));
        await harness.Store.AcknowledgeAsync(Answering(await ClaimAsync(), "1"), CancellationToken.None);
        var housekeeping = ActivatorUtilities.CreateInstance<Housekeeping>(harness.Node.Services, new FunctionCatalog());

        await harness.AdvanceAsync(TimeSpan.FromDays(6));
        await housekeeping.TidyAsync(CancellationToken.None);
        Assert.Equal(RunState.Done, (await StatusAsync(done)).State);

        await harness.AdvanceAsync(TimeSpan.FromDays(2));
        await housekeeping.TidyAsync(CancellationToken.None);
        Assert.Null(await Runs.FindAsync(done, isWhole: false, CancellationToken.None));
        Assert.Equal(RunState.Waiting, (await StatusAsync(waiting)).State);
    }

    [Fact]
    public async Task A_claim_of_runs_is_a_hot_update()
    {
        for (var i = 0; i < 20; i++) await SendAsync();
        var lease = await ClaimAsync(limit: 20);
        Assert.Equal(20, lease.Messages.Count);

        var hot = await HotAsync();

        Assert.Equal((20L, 20L), hot);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    // PostgreSQL counts for itself and tells a moment later.
    private async Task<(long Updated, long Hot)> HotAsync()
    {
        var table = $"{_queue.Replace('-', '_')}_ready_0";
        await using var command = harness.Database.Source.CreateCommand($"select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where relname = '{table}'");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            await using (var reader = await command.ExecuteReaderAsync())
            {
                await reader.ReadAsync();
                if (reader.GetInt64(0) >= 20 || patience.IsCancellationRequested) return (reader.GetInt64(0), reader.GetInt64(1));
            }

            await ClaimAsync(); // a session tells when it does something, at most once in a second
        }
    }

    private async Task<Guid> SendAsync(string arguments = "{}", TimeSpan delay = default)
    {
        var id = RunId.New(_queue, _last = _last.AddMilliseconds(1)); // ids of one millisecond have no order
        await harness.Store.SendAsync([new OutgoingMessage(_queue, Encoding.UTF8.GetBytes(arguments), delay) { Run = id }], CancellationToken.None);
        return id;
    }

    private OutgoingMessage Keyed(Guid id) => new(_queue, "{}"u8.ToArray()) { Run = id, DeduplicationKey = id.ToString(), DeduplicationWindow = TimeSpan.FromDays(7) };

    private Task<Lease> ClaimAsync(IWorkStore? node = null, int limit = 10) =>
        (node ?? harness.Store).ClaimAsync(new WorkClaim(_queue, limit, LeaseTime), CancellationToken.None);

    private static Lease Answering(Lease lease, string result) => lease.Of([.. lease.Messages.Select(m => m with { Result = Encoding.UTF8.GetBytes(result) })]);

    private async Task<RunStatus> StatusAsync(Guid id) => (await Runs.FindAsync(id, isWhole: false, CancellationToken.None))!.Status;

    private async Task<(RunState State, string? Result)> StateAndResultAsync(Guid id) => await StatusAsync(id) is var status ? (status.State, status.Result) : default;
}
