using Ermine.Kernel;
using Ermine.Postgres.Tests.Databases;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Postgres.Tests.Commits;

/// <summary>What a commit reports when its connection breaks, and what the database then holds.</summary>
public sealed class BrokenConnectionTests : IAsyncLifetime
{
    private const string Queue = "votes";

    private TestDatabase _database = null!;
    private Proxy _proxy = null!;
    private TestNode _node = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.MigratedAsync();
        await _database.RunAsync($"select ermine.create_queue('{Queue}')");
        _proxy = await Proxy.ToAsync(_database.ConnectionString);
        _node = await TestNode.StartAsync(_proxy.ConnectionString);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task When_the_reply_to_COMMIT_is_lost_the_outcome_is_unknown_and_never_tried_again(bool delivered)
    {
        var effect = Guid.NewGuid();
        _proxy.BreakAt("COMMIT\0", delivered);

        var failure = await Assert.ThrowsAsync<CommitException>(() => RecordAsync(effect));

        Assert.Equal(CommitFailure.Unknown, failure.Failure);
        Assert.Equal(delivered ? 1L : 0L, await CountAsync(effect));
    }

    [Fact]
    public async Task When_the_connection_breaks_before_COMMIT_nothing_was_recorded()
    {
        var effect = Guid.NewGuid();
        _proxy.BreakAt("mt_doc_effect", delivered: true);

        var failure = await Assert.ThrowsAsync<CommitException>(() => RecordAsync(effect));

        Assert.Equal(CommitFailure.Unavailable, failure.Failure);
        Assert.Equal(0L, await CountAsync(effect));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task When_the_reply_to_a_commit_without_a_session_is_lost_the_outcome_is_unknown(bool delivered)
    {
        await using var invocation = new TestInvocation(_node.Services);
        invocation.Commit.Send(new OutgoingMessage(Queue, "{}"u8.ToArray()));
        _proxy.BreakAt("votes_ready", delivered);

        var failure = await Assert.ThrowsAsync<CommitException>(async () => await invocation.Commit.CommitAsync(null, CancellationToken.None));

        Assert.Equal(CommitFailure.Unknown, failure.Failure);
        Assert.Equal(delivered ? 1L : 0L, await _database.AskAsync<long>("select count(*) from ermine.votes_ready"));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task When_the_database_cannot_be_reached_nothing_was_recorded(bool withSession)
    {
        await using var invocation = new TestInvocation(_node.Services);
        if (withSession) invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = Guid.NewGuid() });
        else invocation.Commit.Send(new OutgoingMessage(Queue, "{}"u8.ToArray()));
        _proxy.Refuse();
        _node.Services.GetRequiredService<NpgsqlDataSource>().Clear();

        var failure = await Assert.ThrowsAsync<CommitException>(async () => await invocation.Commit.CommitAsync(null, CancellationToken.None));

        Assert.Equal(CommitFailure.Unavailable, failure.Failure);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_a_sender_repeats_because_it_was_told_of_no_success_is_there_once(bool delivered)
    {
        OutgoingMessage[] webhook = [new OutgoingMessage(Queue, "{}"u8.ToArray()) { DeduplicationKey = "msg_1", DeduplicationWindow = TimeSpan.FromDays(7) }];
        _proxy.BreakAt("votes_ready", delivered);

        await Assert.ThrowsAsync<CommitException>(() => _node.Store.SendAsync(webhook, CancellationToken.None));
        _proxy.Accept();
        await _node.Store.SendAsync(webhook, CancellationToken.None);

        Assert.Equal(1L, await _database.AskAsync<long>("select count(*) from ermine.votes_ready"));
    }

    [Fact]
    public async Task When_the_server_ends_the_connection_in_the_middle_nothing_was_recorded()
    {
        var effect = Guid.NewGuid();
        await RecordAsync(Guid.NewGuid()); // Marten looks at a table before its first use of it, which is not what is to be interrupted
        await using var blocker = await _database.Source.OpenConnectionAsync();
        await using var held = await blocker.BeginTransactionAsync();
        await using (var block = new NpgsqlCommand("lock table app.mt_doc_effect", blocker)) await block.ExecuteNonQueryAsync();
        var recording = RecordAsync(effect);
        await WaitingAsync("mt_doc_effect");

        await _database.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()");

        var failure = await Assert.ThrowsAsync<CommitException>(() => recording);
        Assert.Equal(CommitFailure.Unavailable, failure.Failure);
        await held.RollbackAsync();
        Assert.Equal(0L, await CountAsync(effect));
    }

    [Fact]
    public async Task Claiming_throws_while_the_database_is_lost_and_goes_on_when_it_is_back()
    {
        await _node.Store.SendAsync([new OutgoingMessage(Queue, "{}"u8.ToArray())], CancellationToken.None);
        _proxy.Refuse();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => _node.Store.ClaimAsync(new WorkClaim(Queue, 1, TimeSpan.FromMinutes(1)), CancellationToken.None));

        _proxy.Accept();
        _node.Services.GetRequiredService<NpgsqlDataSource>().Clear();
        Assert.Single((await _node.Store.ClaimAsync(new WorkClaim(Queue, 1, TimeSpan.FromMinutes(1)), CancellationToken.None)).Messages);
    }

    public async Task DisposeAsync()
    {
        await _node.DisposeAsync();
        await _proxy.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task RecordAsync(Guid effect)
    {
        await using var invocation = new TestInvocation(_node.Services);
        invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = effect });
        await invocation.Commit.CommitAsync(null, CancellationToken.None);
    }

    private Task<long> CountAsync(Guid effect) => _database.AskAsync<long>($"select count(*) from app.mt_doc_effect where id = '{effect}'");

    private async Task WaitingAsync(string table)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await _database.AskAsync<long>($"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%{table}%' and datname = current_database()") == 0)
            await Task.Delay(1, limit.Token);
    }
}
