using Ermine.Conformance;
using Ermine.Kernel;
using Ermine.Postgres.Queues;
using Ermine.Postgres.Statements;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Postgres.Tests.Queues;

/// <summary>That PostgreSQL's store does give what is sent to who waits for it, and what becomes of it where that fails.</summary>
public sealed class PostgresHandOverTests(PostgresHarness harness) : HandOverConformance(harness), IClassFixture<PostgresHarness>
{
    [Fact]
    public async Task What_is_sent_is_given_to_a_claim_that_waits()
    {
        var waiting = WaitAsync(2);

        await SendAsync("one", "two");

        Assert.Equal(["one", "two"], Texts(await waiting));
        Assert.Equal(new QueueDepth(Queue, Ready: 0, Leased: 2, Later: 0, Dead: 0), await DepthAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task So_is_what_a_commit_sends_by_itself_or_with_a_session(bool hasSession)
    {
        var waiting = WaitAsync(1);
        await using var invocation = Harness.NewInvocation();
        invocation.Commit.Send(Saying("hello"));
        if (hasSession) Harness.Record(invocation, Guid.NewGuid());

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.Equal(["hello"], Texts(await waiting));
    }

    [Fact]
    public async Task While_it_is_announced_nothing_else_the_next_wait_goes_on_without_a_claim()
    {
        var first = WaitAsync(1);
        await SendAsync("one");
        await first;

        var second = WaitAsync(1);
        await SendAsync("two");

        Assert.Equal(["two"], Texts(await second));
    }

    [Fact]
    public async Task A_paused_queue_gives_nothing()
    {
        await harness.Database.RunAsync($"update ermine.queue set paused = true where name = '{Queue}'");
        var waiting = WaitAsync(1);

        await SendAsync("hello");

        Assert.Empty((await waiting).Messages);
        Assert.Equal(new QueueDepth(Queue, Ready: 1, Leased: 0, Later: 0, Dead: 0) { IsPaused = true }, await DepthAsync());
    }

    [Fact]
    public async Task A_send_that_is_held_up_does_not_hold_up_the_wait_and_its_message_is_due_for_anybody()
    {
        await using var table = await LockAsync();
        var waiting = WaitAsync(1);
        var send = await HeldUpAsync();
        harness.Node.Services.GetRequiredService<WakeUps>().Ring(Queue);

        Assert.Empty((await waiting).Messages);

        await table.RollbackAsync();
        await send;
        Assert.Equal(1, (await ClaimOneAsync()).Messages[0].Attempt);
    }

    [Fact]
    public async Task What_is_sent_while_its_receiver_stops_is_due_for_others()
    {
        await using var table = await LockAsync();
        using var stopping = new CancellationTokenSource();
        var waiting = Store.WaitAsync(Waiting(1), TimeSpan.FromMinutes(5), stopping.Token);
        var send = await HeldUpAsync();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);

        await table.RollbackAsync();
        await send;
        Assert.Equal(1, (await ClaimOneAsync(Harness.OtherNode)).Messages[0].Attempt);
    }

    [Fact]
    public async Task Of_a_transaction_that_was_tried_twice_only_what_the_second_recorded_is_given()
    {
        var offer = new Offer(Waiting(1), owner: 7);
        var handOver = new HandOver(offer, [Saying("hello")]);
        var send = Sends.Of([Saying("hello")], _ => handOver).Single();

        await DirectCommit.RunAsync(harness.Database.Source, [send], CancellationToken.None);
        await DirectCommit.RunAsync(harness.Database.Source, [send], CancellationToken.None);

        Assert.True(handOver.Give());
        Assert.Equal(2, (await DepthAsync()).Leased);
        Assert.Equal(await harness.Database.AskAsync<long>($"select max(id) from ermine.{QueueTables.PrefixOf(Queue)}_ready"), Assert.Single((await offer.Given).Messages).Id);
    }

    // Nobody can write to the queue while it is held.
    private async Task<NpgsqlTransaction> LockAsync()
    {
        var connection = await harness.Database.Source.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"lock table ermine.{QueueTables.PrefixOf(Queue)}_ready in share mode", connection, transaction);
        await command.ExecuteNonQueryAsync();
        return transaction;
    }

    private async Task<Task> HeldUpAsync()
    {
        var send = SendAsync("late");
        while (await harness.Database.AskAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()") == 0)
            Assert.False(send.IsCompleted, "The send was not held up.");
        return send;
    }
}
