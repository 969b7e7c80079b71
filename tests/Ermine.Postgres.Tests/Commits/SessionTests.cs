using Ermine.Kernel;
using Ermine.Postgres.Commits;
using JasperFx.Metadata;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Commits;

/// <summary>Marten sessions inside and outside an invocation.</summary>
public sealed class SessionTests(PostgresHarness harness) : IClassFixture<PostgresHarness>
{
    private IDocumentStore Documents => harness.Node.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task Saving_by_hand_is_refused_with_the_reason_and_what_to_do()
    {
        await using var invocation = harness.NewInvocation();
        var session = invocation.Services.GetRequiredService<IDocumentSession>();
        session.Insert(new Effect { Id = Guid.NewGuid() });

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveChangesAsync());

        Assert.Contains("belongs to the invocation", refused.Message, StringComparison.Ordinal);
        Assert.Contains("IDocumentStore", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_catches_that_refusal_still_commits_once()
    {
        var effect = Guid.NewGuid();
        await using var invocation = harness.NewInvocation();
        var session = invocation.Services.GetRequiredService<IDocumentSession>();
        session.Insert(new Effect { Id = effect });
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.SaveChangesAsync());

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.True(await harness.IsRecordedAsync(effect));
    }

    [Fact]
    public async Task Every_session_of_an_invocation_is_the_same()
    {
        await using var invocation = harness.NewInvocation();

        var one = invocation.Services.GetRequiredService<IDocumentSession>();

        Assert.Same(one, invocation.Services.GetRequiredService<IDocumentSession>());
        Assert.True(invocation.HasCommit);
    }

    [Fact]
    public async Task A_query_session_makes_no_commit()
    {
        await using var invocation = harness.NewInvocation();

        await invocation.Services.GetRequiredService<IQuerySession>().LoadAsync<Effect>(Guid.NewGuid());

        Assert.False(invocation.HasCommit);
    }

    [Fact]
    public async Task A_run_that_only_read_through_its_session_still_acknowledges()
    {
        var queue = await harness.NewQueueAsync();
        await harness.Store.SendAsync([new OutgoingMessage(queue, "{}"u8.ToArray())], CancellationToken.None);
        var work = await harness.Store.ClaimAsync(new WorkClaim(queue, 1, TimeSpan.FromMinutes(1)), CancellationToken.None);
        await using var invocation = harness.NewInvocation();
        await invocation.Services.GetRequiredService<IDocumentSession>().LoadAsync<Effect>(Guid.NewGuid());

        await invocation.Commit.CommitAsync(work, CancellationToken.None);

        Assert.Contains(new QueueDepth(queue, 0, 0, 0, 0), await harness.Store.DepthsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_session_outside_an_invocation_is_an_ordinary_one()
    {
        var effect = Guid.NewGuid();
        await using var scope = harness.Node.Services.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<IDocumentSession>();
        session.Insert(new Effect { Id = effect });

        await session.SaveChangesAsync();

        Assert.True(await harness.IsRecordedAsync(effect));
    }

    [Fact]
    public async Task Opening_a_session_after_the_end_is_refused()
    {
        var invocation = harness.NewInvocation();
        var commit = (PostgresCommit)invocation.Commit;
        await invocation.DisposeAsync();

        var refused = Assert.Throws<InvalidOperationException>(() => commit.Session(() => Documents.LightweightSession()));

        Assert.Contains("has ended", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_change_one_document_at_a_time_cannot_both_commit()
    {
        var id = Guid.NewGuid();
        await using (var session = Documents.LightweightSession())
        {
            session.Insert(new Counter { Id = id });
            await session.SaveChangesAsync();
        }

        await using var one = await CountingAsync(id);
        await using var other = await CountingAsync(id);
        await one.Commit.CommitAsync(null, CancellationToken.None);

        var failure = await Assert.ThrowsAsync<CommitException>(async () => await other.Commit.CommitAsync(null, CancellationToken.None));

        Assert.Equal(CommitFailure.Conflict, failure.Failure);
    }

    [Fact]
    public async Task A_violated_constraint_is_refused_data()
    {
        var effect = Guid.NewGuid();
        await using var invocation = harness.NewInvocation();
        var session = invocation.Services.GetRequiredService<IDocumentSession>();
        session.QueueSqlCommand("insert into ermine.queue (name, created_at) values ('NOT A NAME', now())");
        session.Insert(new Effect { Id = effect });

        var failure = await Assert.ThrowsAsync<CommitException>(async () => await invocation.Commit.CommitAsync(null, CancellationToken.None));

        Assert.Equal(CommitFailure.Refused, failure.Failure);
        Assert.Contains("23514", failure.Message, StringComparison.Ordinal);
        Assert.False(await harness.IsRecordedAsync(effect));
    }

    [Theory, InlineData("40001"), InlineData("40P01")]
    public async Task What_the_database_gave_up_for_others_is_a_conflict(string state)
    {
        await harness.Database.RunAsync("create or replace function public.give_up(state text) returns void language plpgsql as $$ begin raise exception using errcode = state; end $$");
        await using var invocation = harness.NewInvocation();
        invocation.Services.GetRequiredService<IDocumentSession>().QueueSqlCommand("select public.give_up(?)", state);

        var failure = await Assert.ThrowsAsync<CommitException>(async () => await invocation.Commit.CommitAsync(null, CancellationToken.None));

        Assert.Equal(CommitFailure.Conflict, failure.Failure);
    }

    private async Task<Invocation> CountingAsync(Guid id)
    {
        var invocation = harness.NewInvocation();
        var session = invocation.Services.GetRequiredService<IDocumentSession>();
        var counter = await session.LoadAsync<Counter>(id);
        counter!.Count++;
        session.Store(counter);
        return invocation;
    }

    /// <summary>A document that two runs may want to change.</summary>
    public sealed class Counter : IVersioned
    {
        public Guid Id { get; set; }

        public int Count { get; set; }

        public Guid Version { get; set; }
    }
}
