using Ermine.Functions;
using Ermine.Kernel;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>What a function says of all of its runs together, on two nodes over a real database.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const int AtOnce = 3;

    private readonly Lock _lock = new();
    private readonly List<string> _seen = [];
    private int _running;
    private int _most;
    private RunNodes _nodes = null!;

    public async Task InitializeAsync() => _nodes = await RunNodes.StartAsync(catalog =>
    {
        catalog.Add("limit.few", new FunctionAttribute(), new OnDemandAttribute { MaxClusterConcurrency = AtOnce }, null, InputShape.Arguments, FewAsync);
        catalog.Add("limit.many", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, FewAsync);
        catalog.Add("limit.settle", new FunctionAttribute(), new OnDemandAttribute { DebounceSeconds = 3_600, MaxDebounceSeconds = 7_200 }, null, InputShape.Arguments, Note);
        catalog.Add("limit.key", new FunctionAttribute(), new OnDemandAttribute { DebounceSeconds = 3_600, ConcurrencyKey = "key" }, null, InputShape.Arguments, Note);
        catalog.Add("limit.delay", new FunctionAttribute(), new OnDemandAttribute { ConcurrencyKey = "key" }, null, InputShape.Arguments, Note);
        catalog.Add("limit.first", new FunctionAttribute { MaxAttempts = 1 }, new OnDemandAttribute { OnSuccess = "limit.then", OnFailure = "limit.else" }, null, InputShape.Arguments, First);
        catalog.Add("limit.then", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, invocation => Hear(invocation, Arguments.Of(invocation).Get<string>("anything", 0)));
        catalog.Add("limit.else", new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, invocation => Hear(invocation, Arguments.Of(invocation).Get<RunFailure>("failure", 0).Reason));
    });

    [Fact]
    public async Task All_nodes_together_never_run_more_at_a_time_than_the_function_allows()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => _nodes.StartAsync("limit.few", node: i % 2)));

        foreach (var id in ids) Assert.Equal(RunState.Done, (await _nodes.EndAsync(id)).State);

        Assert.Equal(AtOnce, _most);
    }

    [Fact]
    public async Task Without_that_limit_they_do()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => _nodes.StartAsync("limit.many", node: i % 2)));

        foreach (var id in ids) await _nodes.EndAsync(id);

        Assert.True(_most > AtOnce, $"at most {_most} at a time");
    }

    [Fact]
    public async Task Of_calls_that_wait_for_each_other_the_last_one_is_run()
    {
        var first = await _nodes.StartAsync("limit.settle", """{"text":"one"}""");
        await _nodes.AdvanceAsync(TimeSpan.FromMinutes(40));
        var second = await _nodes.StartAsync("limit.settle", """{"text":"two"}""", node: 1);
        await _nodes.AdvanceAsync(TimeSpan.FromMinutes(40));
        Assert.Equal(RunState.Waiting, (await _nodes.OnAsync(runs => runs.GetAsync(second)))!.State); // the second pushed the time on

        await _nodes.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(RunState.Done, (await _nodes.EndAsync(second)).State);
        var replaced = await _nodes.EndAsync(first);
        Assert.Equal(RunState.Cancelled, replaced.State);
        Assert.Contains($"{second}", replaced.Error, StringComparison.Ordinal);
        Assert.Equal(["two"], _seen);
    }

    [Fact]
    public async Task Calls_wait_for_each_other_no_longer_than_the_first_may()
    {
        Guid last = default;
        for (var minutes = 0; minutes < 120; minutes += 30)
        {
            last = await _nodes.StartAsync("limit.settle", $$"""{"text":"{{minutes}}"}""");
            await _nodes.AdvanceAsync(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(RunState.Done, (await _nodes.EndAsync(last)).State);
        Assert.Equal(["90"], _seen);
    }

    [Fact]
    public async Task Calls_of_different_keys_do_not_wait_for_each_other()
    {
        var (a, b) = (await _nodes.StartAsync("limit.key", """{"key":"a","text":"a"}"""), await _nodes.StartAsync("limit.key", """{"key":"b","text":"b"}"""));

        await _nodes.AdvanceAsync(TimeSpan.FromMinutes(61));

        Assert.Equal((RunState.Done, RunState.Done), ((await _nodes.EndAsync(a)).State, (await _nodes.EndAsync(b)).State));
        Assert.Equal(["a", "b"], _seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_run_with_a_key_may_be_delayed()
    {
        var id = await _nodes.StartAsync("limit.delay", """{"key":"a","text":"late"}""", new RunOptions { Delay = TimeSpan.FromHours(1) });
        Assert.Equal(RunState.Waiting, (await _nodes.OnAsync(runs => runs.GetAsync(id)))!.State);

        await _nodes.AdvanceAsync(TimeSpan.FromMinutes(61));

        Assert.Equal(RunState.Done, (await _nodes.EndAsync(id)).State);
    }

    [Fact]
    public async Task A_run_that_is_done_calls_the_next_with_its_result()
    {
        await _nodes.EndAsync(await _nodes.StartAsync("limit.first", """{"text":"good"}"""));

        Assert.Equal("done: good", Assert.Single(await HeardAsync(1)));
    }

    [Fact]
    public async Task A_run_that_failed_for_good_calls_another_with_the_reason()
    {
        var id = await _nodes.StartAsync("limit.first", """{"text":"bad"}""");

        Assert.Equal(RunState.Failed, (await _nodes.EndAsync(id)).State);
        Assert.Equal("InvalidOperationException: bad luck", Assert.Single(await HeardAsync(1)));
    }

    public async Task DisposeAsync() => await _nodes.DisposeAsync();

    private async ValueTask<Outcome> FewAsync(Invocation invocation, CancellationToken ct)
    {
        lock (_lock) _most = Math.Max(_most, ++_running);
        await Task.Yield();
        await Task.Delay(5, ct); // long enough to overlap
        lock (_lock) _running--;
        return Outcome.Completed;
    }

    private Outcome Note(Invocation invocation) => Hear(invocation, Arguments.Of(invocation).Get<string>("text", 0));

    private Outcome Hear(Invocation invocation, string text)
    {
        lock (_lock) _seen.Add(text);
        return Outcome.Completed;
    }

    private static Outcome First(Invocation invocation)
    {
        var text = Arguments.Of(invocation).Get<string>("text", 0);
        if (text == "bad") throw new InvalidOperationException("bad luck");
        Arguments.Of(invocation).Return($"done: {text}");
        return Outcome.Completed;
    }

    private async Task<List<string>> HeardAsync(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
            lock (_lock)
            {
                if (_seen.Count >= count) return [.. _seen];
            }
        }
    }
}
