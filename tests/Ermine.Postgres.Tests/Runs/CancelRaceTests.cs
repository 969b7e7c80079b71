using Ermine.Functions;
using Ermine.Kernel;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Runs that are cancelled while they wait, run and commit, on two nodes: each is done or cancelled, never both and never neither.</summary>
[Trait("Category", "Faults")]
public sealed class CancelRaceTests
{
    private const int Runs = 300;
    private const string Table = "app.mt_doc_effect";

    private Action<int> _began = static _ => { };

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_commits_is_done_or_cancelled_and_never_both()
    {
        await using var nodes = await StartAsync();
        var began = Enumerable.Range(0, Runs).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        _began = number => began[number].TrySetResult();

        var ended = await Task.WhenAll(Enumerable.Range(0, Runs).Select(async number =>
        {
            var id = await StartAsync(nodes, number);
            if (number % 10 > 0) await began[number].Task; // what it stored is being committed; a tenth is cancelled while it waits
            var cancelled = await nodes.OnAsync(runs => runs.CancelAsync(id), node: number / 2 % 2);
            return (IsCancelled: cancelled, (await nodes.EndAsync(id)).State);
        }));

        Assert.All(ended, run => Assert.Equal(run.IsCancelled ? RunState.Cancelled : RunState.Done, run.State));
        Assert.Contains(ended, run => run.IsCancelled);
        Assert.Contains(ended, run => !run.IsCancelled);
        Assert.Equal(0, await ContradictionsAsync(nodes));
    }

    [Fact]
    public async Task A_run_that_was_both_would_be_seen()
    {
        await using var nodes = await StartAsync();
        var id = await StartAsync(nodes, 0);
        await nodes.EndAsync(id);
        Assert.Equal(0, await ContradictionsAsync(nodes));

        await nodes.Database.RunAsync($"insert into ermine.run select (r).* from (select r from ermine.run r where r.id = '{id}') twice");
        Assert.Equal(1, await ContradictionsAsync(nodes));

        await nodes.Database.RunAsync($"delete from ermine.run where id = '{id}'");
        Assert.Equal(1, await ContradictionsAsync(nodes)); // an effect of nothing that is done
    }

    private Task<RunNodes> StartAsync() => RunNodes.StartAsync(catalog => catalog.Add(
        "race.store", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, invocation =>
        {
            var effect = Arguments.Of(invocation).Get<Guid>("effect", 0);
            invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = effect });
            Arguments.Of(invocation).Return(effect);
            _began(Arguments.Of(invocation).Get<int>("number", 1));
            return Outcome.Completed;
        }));

    private static Task<Guid> StartAsync(RunNodes nodes, int number) =>
        nodes.StartAsync("race.store", $$"""{"effect":"{{Guid.NewGuid()}}","number":{{number}}}""", node: number % 2);

    // Ids that are recorded twice or still wait beside it; done runs without their effect; effects without a run that is done.
    private static async Task<long> ContradictionsAsync(RunNodes nodes) => await nodes.Database.AskAsync<long>($"""
        with done as (select (convert_from(r.result, 'UTF8')::jsonb #>> array[]::text[])::uuid as effect from ermine.run r where r.state = 'done')
        select (select count(*) from (select r.id from (select id from ermine.run union all select run from ermine.fn_race_store_ready union all select run from ermine.fn_race_store_later) r group by r.id having count(*) > 1) twice)
             + (select count(*) from (select effect from done except select id from {Table}) lost)
             + (select count(*) from (select id from {Table} except select effect from done) loose)
        """);
}
