using Ermine.Functions;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>What a function says of all of its runs together, on two nodes over a real database.</summary>
public sealed class LimitTests(LimitedFunctions functions) : IClassFixture<LimitedFunctions>, IAsyncLifetime
{
    private RunNodes Nodes => functions.Nodes;

    public Task InitializeAsync()
    {
        functions.Forget();
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task All_nodes_together_never_run_more_at_a_time_than_the_function_allows()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Nodes.StartAsync("limit.few", node: i % 2)));

        foreach (var id in ids) Assert.Equal(RunState.Done, (await Nodes.EndAsync(id)).State);

        Assert.Equal(LimitedFunctions.AtOnce, functions.Most);
    }

    [Fact]
    public async Task Without_that_limit_they_do()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Nodes.StartAsync("limit.many", node: i % 2)));

        foreach (var id in ids) await Nodes.EndAsync(id);

        Assert.True(functions.Most > LimitedFunctions.AtOnce, $"at most {functions.Most} at a time");
    }

    [Fact]
    public async Task Of_calls_that_wait_for_each_other_the_last_one_is_run()
    {
        var first = await Nodes.StartAsync("limit.settle", """{"text":"one"}""");
        await Nodes.AdvanceAsync(TimeSpan.FromMinutes(40));
        var second = await Nodes.StartAsync("limit.settle", """{"text":"two"}""", node: 1);
        await Nodes.AdvanceAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(RunState.Waiting, (await Nodes.OnAsync(runs => runs.GetAsync(second)))!.State); // the second pushed the time on

        await Nodes.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(RunState.Done, (await Nodes.EndAsync(second)).State);
        var replaced = await Nodes.EndAsync(first);
        Assert.Equal(RunState.Cancelled, replaced.State);
        Assert.Contains($"{second}", replaced.Error, StringComparison.Ordinal);
        Assert.Equal(["two"], functions.Heard);
    }

    [Fact]
    public async Task Calls_wait_for_each_other_no_longer_than_the_first_may()
    {
        Guid last = default;
        for (var minutes = 0; minutes < 120; minutes += 30)
        {
            last = await Nodes.StartAsync("limit.settle", $$"""{"text":"{{minutes}}"}""");
            await Nodes.AdvanceAsync(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(RunState.Done, (await Nodes.EndAsync(last)).State);
        Assert.Equal(["90"], functions.Heard);
    }

    [Fact]
    public async Task Calls_of_different_keys_do_not_wait_for_each_other()
    {
        var (a, b) = (await Nodes.StartAsync("limit.key", """{"key":"a","text":"a"}"""), await Nodes.StartAsync("limit.key", """{"key":"b","text":"b"}"""));

        await Nodes.AdvanceAsync(TimeSpan.FromMinutes(61));

        Assert.Equal((RunState.Done, RunState.Done), ((await Nodes.EndAsync(a)).State, (await Nodes.EndAsync(b)).State));
        Assert.Equal(["a", "b"], functions.Heard.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_run_with_a_key_may_be_delayed()
    {
        var id = await Nodes.StartAsync("limit.delay", """{"key":"a","text":"late"}""", new RunOptions { Delay = TimeSpan.FromHours(1) });
        Assert.Equal(RunState.Waiting, (await Nodes.OnAsync(runs => runs.GetAsync(id)))!.State);

        await Nodes.AdvanceAsync(TimeSpan.FromMinutes(61));

        Assert.Equal(RunState.Done, (await Nodes.EndAsync(id)).State);
    }

    [Fact]
    public async Task A_run_that_is_done_calls_the_next_with_its_result()
    {
        await Nodes.EndAsync(await Nodes.StartAsync("limit.first", """{"text":"good"}"""));

        Assert.Equal("done: good", Assert.Single(await functions.HeardAsync(1)));
    }

    [Fact]
    public async Task A_run_that_failed_for_good_calls_another_with_the_reason()
    {
        var id = await Nodes.StartAsync("limit.first", """{"text":"bad"}""");

        Assert.Equal(RunState.Failed, (await Nodes.EndAsync(id)).State);
        Assert.Equal("InvalidOperationException: bad luck", Assert.Single(await functions.HeardAsync(1)));
    }
}
