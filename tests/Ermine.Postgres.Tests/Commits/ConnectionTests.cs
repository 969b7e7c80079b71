using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Postgres.Tests.Commits;

/// <summary>SQL of the user's own, on a connection that was injected.</summary>
public sealed class ConnectionTests(PostgresHarness harness) : IClassFixture<PostgresHarness>
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task SQL_on_the_invocations_connection_is_committed_with_everything_else(bool withDocument)
    {
        var (id, queue) = (Guid.NewGuid(), await TableAndQueueAsync());
        await using var invocation = harness.NewInvocation();
        if (withDocument) harness.Record(invocation, id);
        await InsertAsync(invocation, id);
        invocation.Commit.Send(new OutgoingMessage(queue, "{}"u8.ToArray()));
        Assert.Equal(0L, await CountAsync(id));

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.Equal(1L, await CountAsync(id));
        Assert.Equal(withDocument, await harness.IsRecordedAsync(id));
        Assert.Single((await harness.Store.ClaimAsync(new WorkClaim(queue, 10, TimeSpan.FromMinutes(1)), CancellationToken.None)).Messages);
    }

    [Fact]
    public async Task When_the_lease_was_lost_the_SQL_is_undone()
    {
        var (id, queue) = (Guid.NewGuid(), await TableAndQueueAsync());
        await harness.Store.SendAsync([new OutgoingMessage(queue, "{}"u8.ToArray())], CancellationToken.None);
        var work = await harness.Store.ClaimAsync(new WorkClaim(queue, 1, TimeSpan.FromMinutes(1)), CancellationToken.None);
        await harness.AdvanceAsync(TimeSpan.FromMinutes(1));
        await harness.OtherNode.ClaimAsync(new WorkClaim(queue, 1, TimeSpan.FromMinutes(1)), CancellationToken.None);
        await using var invocation = harness.NewInvocation();
        await InsertAsync(invocation, id);

        await Assert.ThrowsAsync<LeaseLostException>(async () => await invocation.Commit.CommitAsync(work, CancellationToken.None));

        Assert.Equal(0L, await CountAsync(id));
    }

    [Fact]
    public async Task SQL_of_an_invocation_that_ends_without_a_commit_is_undone()
    {
        var id = Guid.NewGuid();
        await TableAndQueueAsync();
        var invocation = harness.NewInvocation();
        await InsertAsync(invocation, id);

        await invocation.DisposeAsync();

        Assert.Equal(0L, await CountAsync(id));
    }

    [Fact]
    public async Task A_connection_outside_an_invocation_is_an_ordinary_one()
    {
        await using var scope = harness.Node.Services.CreateAsyncScope();

        var connection = scope.ServiceProvider.GetRequiredService<NpgsqlConnection>();
        await connection.OpenAsync();

        await using var command = new NpgsqlCommand("select 1", connection);
        Assert.Equal(1, await command.ExecuteScalarAsync());
    }

    private static async Task InsertAsync(Invocation invocation, Guid id)
    {
        var connection = invocation.Services.GetRequiredService<NpgsqlConnection>();
        await using var command = new NpgsqlCommand("insert into public.note (id) values ($1)", connection) { Parameters = { new() { Value = id } } };
        await command.ExecuteNonQueryAsync();
    }

    private async Task<string> TableAndQueueAsync()
    {
        await harness.Database.RunAsync("create table if not exists public.note (id uuid primary key)");
        return await harness.NewQueueAsync();
    }

    private Task<long> CountAsync(Guid id) => harness.Database.AskAsync<long>($"select count(*) from public.note where id = '{id}'");
}
