using System.Collections.Concurrent;
using Ermine.Functions;
using Ermine.Kernel;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Asynchronous runs from end to end, on two nodes over a real database.</summary>
public sealed class RunTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<int> _seen = [];
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _began = new(0);
    private RunNodes _nodes = null!;

    public async Task InitializeAsync() => _nodes = await RunNodes.StartAsync(catalog =>
    {
        Add(catalog, "math.double", invocation => Return(invocation, 2 * Number(invocation)));
        Add(catalog, "math.fail", _ => throw new InvalidOperationException("no luck"), new FunctionAttribute { MaxAttempts = 1 });
        Add(catalog, "math.twice", invocation => invocation.Attempt == 1 ? throw new InvalidOperationException("not yet") : Return(invocation, invocation.Attempt), new FunctionAttribute { BackoffSeconds = 0.01 });
        Add(catalog, "math.circle", invocation => Return(invocation, new Circle()));
        Add(catalog, "math.none", _ => Outcome.Completed);
        Add(catalog, "math.pass-on", invocation =>
        {
            var next = invocation.Services.GetRequiredService<IRuns>().StartAsync("math.double", "{\"number\":21}"u8.ToArray()).Result;
            return Return(invocation, next);
        });
        catalog.Add("math.store", new FunctionAttribute(), new OnDemandAttribute { LeaseSeconds = 1 }, null, InputShape.Arguments, async (invocation, ct) =>
        {
            invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = Arguments.Of(invocation).Get<Guid>("effect", 0) });
            _began.Release();
            await _gate.Task.WaitAsync(ct);
            return Return(invocation, "stored");
        });
        catalog.Add("math.keyed", new FunctionAttribute(), new OnDemandAttribute { ConcurrencyKey = "account" }, null, InputShape.Arguments, invocation =>
        {
            _seen.Enqueue(Number(invocation));
            return Outcome.Completed;
        });
    });

    [Fact]
    public async Task A_run_that_one_node_asked_for_is_made_and_its_result_found_by_either()
    {
        var id = await _nodes.StartAsync("math.double", """{"number":21}""");

        var status = await _nodes.EndAsync(id);

        Assert.Equal((RunState.Done, "42", "math.double"), (status.State, status.Result, status.Function));
        Assert.Equal(42, await _nodes.OnAsync(runs => runs.ResultAsync<int>(id), node: 1));
    }

    [Fact]
    public async Task A_run_that_fails_is_tried_again()
    {
        var status = await _nodes.EndAsync(await _nodes.StartAsync("math.twice"));

        Assert.Equal((RunState.Done, "2", 2), (status.State, status.Result, status.Attempts));
    }

    [Fact]
    public async Task A_run_that_fails_for_good_says_why_and_asking_for_its_result_does_too()
    {
        var id = await _nodes.StartAsync("math.fail");

        var status = await _nodes.EndAsync(id);

        Assert.Equal((RunState.Failed, "InvalidOperationException: no luck"), (status.State, status.Error));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _nodes.OnAsync(runs => runs.ResultAsync<int>(id)));
        Assert.Contains("no luck", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_cannot_be_serialised_fails_its_run_and_nothing_else()
    {
        var bad = await _nodes.EndAsync(await _nodes.StartAsync("math.circle"));
        var good = await _nodes.EndAsync(await _nodes.StartAsync("math.double", """{"number":1}"""));

        Assert.Equal(RunState.Failed, bad.State);
        Assert.StartsWith("The result cannot be serialised", bad.Error, StringComparison.Ordinal);
        Assert.Equal(RunState.Done, good.State);
    }

    [Fact]
    public async Task Bad_arguments_fail_the_run_and_name_the_argument()
    {
        var status = await _nodes.EndAsync(await _nodes.StartAsync("math.double", """{"number":"many"}"""));

        Assert.Equal(RunState.Failed, status.State);
        Assert.Contains("number", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_answers_nothing_is_done_without_a_result()
    {
        var status = await _nodes.EndAsync(await _nodes.StartAsync("math.none"));

        Assert.Equal((RunState.Done, null), (status.State, status.Result));
    }

    [Fact]
    public async Task A_run_that_a_function_asks_for_is_made_by_that_functions_commit()
    {
        var first = await _nodes.EndAsync(await _nodes.StartAsync("math.pass-on"));

        var next = await _nodes.EndAsync(Guid.Parse(first.Result!.Trim('"')));

        Assert.Equal("42", next.Result);
    }

    [Fact]
    public async Task The_second_call_with_a_key_gets_the_first_ones_run()
    {
        var options = new RunOptions { IdempotencyKey = "order 7" };
        var first = await _nodes.StartAsync("math.double", """{"number":1}""", options);
        await _nodes.EndAsync(first);

        var second = await _nodes.StartAsync("math.double", """{"number":2}""", options, node: 1);

        Assert.Equal(first, second);
        Assert.Equal("2", (await _nodes.EndAsync(second)).Result);
    }

    [Fact]
    public async Task A_run_again_has_the_arguments_of_the_first_and_an_id_of_its_own()
    {
        var first = await _nodes.StartAsync("math.double", """{"number":4}""");
        await _nodes.EndAsync(first);

        var again = (await _nodes.OnAsync(runs => runs.RerunAsync(first), node: 1))!.Value;

        Assert.NotEqual(first, again);
        Assert.Equal("8", (await _nodes.EndAsync(again)).Result);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_runs_is_told_and_leaves_nothing()
    {
        var effect = Guid.NewGuid();
        var id = await _nodes.StartAsync("math.store", $$"""{"effect":"{{effect}}"}""");
        await _began.WaitAsync();

        Assert.True(await _nodes.OnAsync(runs => runs.CancelAsync(id), node: 1));

        Assert.Equal(RunState.Cancelled, (await _nodes.EndAsync(id)).State);
        _gate.SetResult();
        Assert.False(await _nodes.IsRecordedAsync(effect));
    }

    [Fact]
    public async Task Runs_of_one_key_are_made_in_their_order()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++) ids.Add(await _nodes.StartAsync("math.keyed", $$"""{"account":"a","number":{{i}}}""", node: i % 2));

        foreach (var id in ids) await _nodes.EndAsync(id);

        Assert.Equal(Enumerable.Range(0, 30), _seen);
    }

    [Fact]
    public async Task Runs_are_listed_by_their_function()
    {
        var (first, second) = (await _nodes.StartAsync("math.double", """{"number":1}"""), await _nodes.StartAsync("math.double", """{"number":2}"""));
        await _nodes.EndAsync(first);
        await _nodes.EndAsync(second);

        var done = await _nodes.OnAsync(runs => runs.ListAsync("math.double", RunState.Done));

        Assert.Equal([second, first], done.Select(r => r.Id));
        Assert.Empty(await _nodes.OnAsync(runs => runs.ListAsync("math.double", RunState.Waiting)));
    }

    [Fact]
    public async Task A_function_that_is_not_there_cannot_be_run() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _nodes.StartAsync("math.nothing"));

    public async Task DisposeAsync()
    {
        _gate.TrySetResult();
        await _nodes.DisposeAsync();
    }

    private static void Add(FunctionCatalog catalog, string id, SynchronousHandler handler, FunctionAttribute? function = null) =>
        catalog.Add(id, function ?? new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, handler);

    private static int Number(Invocation invocation) => Arguments.Of(invocation).Get<int>("number", 0) is var number && Arguments.Of(invocation).AreBad
        ? throw new PayloadException(Arguments.Of(invocation).Reject().Reason!)
        : number;

    private static Outcome Return<T>(Invocation invocation, T result)
    {
        Arguments.Of(invocation).Return(result);
        return Outcome.Completed;
    }

    public sealed class Circle
    {
        public Circle Self => this;
    }
}
