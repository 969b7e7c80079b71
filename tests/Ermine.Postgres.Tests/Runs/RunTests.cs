using Ermine.Functions;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Asynchronous runs from end to end, on two nodes over a real database.</summary>
public sealed class RunTests(RunFunctions functions) : IClassFixture<RunFunctions>
{
    private RunNodes Nodes => functions.Nodes;

    [Fact]
    public async Task A_run_that_one_node_asked_for_is_made_and_its_result_found_by_either()
    {
        var id = await Nodes.StartAsync("math.double", """{"number":21}""");

        var status = await Nodes.EndAsync(id);

        Assert.Equal((RunState.Done, "42", "math.double"), (status.State, status.Result, status.Function));
        Assert.Equal(42, await Nodes.OnAsync(runs => runs.ResultAsync<int>(id), node: 1));
    }

    [Fact]
    public async Task A_run_that_fails_is_tried_again()
    {
        var status = await Nodes.EndAsync(await Nodes.StartAsync("math.twice"));

        Assert.Equal((RunState.Done, "2", 2), (status.State, status.Result, status.Attempts));
    }

    [Fact]
    public async Task A_run_that_fails_for_good_says_why_and_asking_for_its_result_does_too()
    {
        var id = await Nodes.StartAsync("math.fail");

        var status = await Nodes.EndAsync(id);

        Assert.Equal((RunState.Failed, "InvalidOperationException: no luck"), (status.State, status.Error));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Nodes.OnAsync(runs => runs.ResultAsync<int>(id)));
        Assert.Contains("no luck", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_cannot_be_serialised_fails_its_run_and_nothing_else()
    {
        var bad = await Nodes.EndAsync(await Nodes.StartAsync("math.circle"));
        var good = await Nodes.EndAsync(await Nodes.StartAsync("math.double", """{"number":1}"""));

        Assert.Equal(RunState.Failed, bad.State);
        Assert.StartsWith("The result cannot be serialised", bad.Error, StringComparison.Ordinal);
        Assert.Equal(RunState.Done, good.State);
    }

    [Fact]
    public async Task Bad_arguments_fail_the_run_and_name_the_argument()
    {
        var status = await Nodes.EndAsync(await Nodes.StartAsync("math.double", """{"number":"many"}"""));

        Assert.Equal(RunState.Failed, status.State);
        Assert.Contains("number", status.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_answers_nothing_is_done_without_a_result()
    {
        var status = await Nodes.EndAsync(await Nodes.StartAsync("math.none"));

        Assert.Equal((RunState.Done, null), (status.State, status.Result));
    }

    [Fact]
    public async Task A_run_that_a_function_asks_for_is_made_by_that_functions_commit()
    {
        var first = await Nodes.EndAsync(await Nodes.StartAsync("math.pass-on"));

        var next = await Nodes.EndAsync(Guid.Parse(first.Result!.Trim('"')));

        Assert.Equal("42", next.Result);
    }

    [Fact]
    public async Task The_second_call_with_a_key_gets_the_first_ones_run()
    {
        var options = new RunOptions { IdempotencyKey = "order 7" };
        var first = await Nodes.StartAsync("math.double", """{"number":1}""", options);
        await Nodes.EndAsync(first);

        var second = await Nodes.StartAsync("math.double", """{"number":2}""", options, node: 1);

        Assert.Equal(first, second);
        Assert.Equal("2", (await Nodes.EndAsync(second)).Result);
    }

    [Fact]
    public async Task A_run_again_has_the_arguments_of_the_first_and_an_id_of_its_own()
    {
        var first = await Nodes.StartAsync("math.double", """{"number":4}""");
        await Nodes.EndAsync(first);

        var again = (await Nodes.OnAsync(runs => runs.RerunAsync(first), node: 1))!.Value;

        Assert.NotEqual(first, again);
        Assert.Equal("8", (await Nodes.EndAsync(again)).Result);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_while_it_runs_is_told_and_leaves_nothing()
    {
        var effect = Guid.NewGuid();
        var id = await Nodes.StartAsync("math.store", $$"""{"effect":"{{effect}}"}""");
        await functions.Began.WaitAsync();

        Assert.True(await Nodes.OnAsync(runs => runs.CancelAsync(id), node: 1));

        Assert.Equal(RunState.Cancelled, (await Nodes.EndAsync(id)).State);
        functions.Gate.SetResult();
        Assert.False(await Nodes.IsRecordedAsync(effect));
    }

    [Fact]
    public async Task Runs_of_one_key_are_made_in_their_order()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++) ids.Add(await Nodes.StartAsync("math.keyed", $$"""{"account":"a","number":{{i}}}""", node: i % 2));

        foreach (var id in ids) await Nodes.EndAsync(id);

        Assert.Equal(Enumerable.Range(0, 30), functions.Seen);
    }

    [Fact]
    public async Task Runs_are_listed_by_their_function()
    {
        var first = await Nodes.StartAsync("math.listed", """{"number":1}""");
        await Nodes.AdvanceAsync(TimeSpan.FromSeconds(1)); // those of one millisecond have no order
        var second = await Nodes.StartAsync("math.listed", """{"number":2}""");
        await Nodes.EndAsync(first);
        await Nodes.EndAsync(second);

        var done = await Nodes.OnAsync(runs => runs.ListAsync("math.listed", RunState.Done));

        Assert.Equal([second, first], done.Select(r => r.Id));
        Assert.Empty(await Nodes.OnAsync(runs => runs.ListAsync("math.listed", RunState.Waiting)));
    }

    [Fact]
    public async Task A_function_that_is_not_there_cannot_be_run() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Nodes.StartAsync("math.nothing"));
}
