using System.Text;
using System.Text.Json;
using Ermine.Events;
using Ermine.Kernel;

namespace Ermine.Postgres.Tests.Events;

/// <summary>Events of the archive once more, to one subscription, on two nodes over a real database. Each test has a source of its own.</summary>
public sealed class ReplayTests(ReplayNodes nodes) : IClassFixture<ReplayNodes>
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_subscription_gets_what_was_published_before_it_in_its_order_and_is_told_that_it_is_a_replay()
    {
        for (var i = 0; i < 5; i++) await nodes.PublishAsync("order", i, customer: "ada");
        await nodes.PublishAsync("other", 9, customer: "ada");
        await nodes.SubscribeAsync("order");

        var done = await nodes.ReplayAsync("order");

        Assert.Equal((ReplayState.Done, 5), (done.State, done.Delivered));
        Assert.Equal([("order", 0), ("order", 1), ("order", 2), ("order", 3), ("order", 4)], nodes.Handed("order").Select(e => (e.ReplayName!, e.Detail.GetProperty("number").GetInt32())));
    }

    [Fact]
    public async Task What_is_published_meanwhile_is_delivered_as_it_is_and_not_once_more()
    {
        await nodes.PublishAsync("meanwhile", 1);
        await nodes.SubscribeAsync("meanwhile");
        await nodes.PublishAsync("meanwhile", 2);
        await nodes.ReplayAsync("meanwhile");
        await nodes.PublishAsync("meanwhile", 3);
        await nodes.Nodes.IdleAsync();

        Assert.Equal([(1, true), (2, false), (2, true), (3, false)], nodes.Handed("meanwhile").Select(e => (e.Detail.GetProperty("number").GetInt32(), e.IsReplay)).Order());
    }

    [Fact]
    public async Task A_plan_counts_and_shows_what_would_be_delivered_and_delivers_nothing()
    {
        for (var i = 0; i < 7; i++) await nodes.PublishAsync("plan", i);
        await nodes.SubscribeAsync("plan", """{"source": ["plan"], "detail": {"number": [{"numeric": [">", 0]}]}}""");
        var (first, last) = (await nodes.PositionAsync("plan", 0), await nodes.PositionAsync("plan", 6));

        var plan = await nodes.Archive.PlanAsync("shop.notify:plan", new() { FromPosition = first, ToPosition = last });

        Assert.Equal((7, 6, 5), (plan.Read, plan.Delivered, plan.Examples.Count));
        Assert.Equal((await nodes.PositionAsync("plan", 1), 1), (plan.Examples[0].Position, plan.Examples[0].Event.GetProperty("detail").GetProperty("number").GetInt32()));
        Assert.Empty(nodes.Handed("plan"));
    }

    [Fact]
    public async Task A_range_may_begin_and_end_within_events_that_were_published_together()
    {
        await nodes.PublishTogetherAsync("together", 7);
        await nodes.SubscribeAsync("together");
        var (third, fifth) = (await nodes.PositionAsync("together", 2), await nodes.PositionAsync("together", 4));

        var replay = await nodes.ReplayAsync("together", range: new() { FromPosition = third, ToPosition = fifth });

        Assert.Equal((ReplayState.Done, 3L, fifth), (replay.State, replay.Delivered, replay.Position));
        Assert.Equal([2, 3, 4], nodes.Handed("together").Select(e => e.Detail.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task Many_events_that_were_published_together_are_read_in_parts_that_begin_where_the_one_before_ended()
    {
        const int Many = 2_345; // three rows of the archive, and as many parts
        await nodes.PublishTogetherAsync("many", Many, bus: "many");
        var range = new ReplayRange { FromPosition = await nodes.PositionAsync("many", 1), ToPosition = await nodes.PositionAsync("many", Many - 1) };
        var (position, last) = await nodes.Store.BoundsAsync("many", range, default);

        var parts = new List<IReadOnlyList<ArchivedEvent>>();
        while (await nodes.Store.ReadAsync("many", range, position, last, default) is { Count: > 0 } part)
        {
            parts.Add(part);
            position = part[^1].Position;
        }

        Assert.Equal(3, parts.Count);
        Assert.Equal(3, parts.SelectMany(p => p).Select(e => e.Position / 1_000).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, Many - 1), parts.SelectMany(p => p).Select(e => JsonDocument.Parse(e.Event!.Payload).RootElement.GetProperty("detail").GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task A_range_has_times_without_their_end_and_positions_with_both()
    {
        for (var i = 0; i < 4; i++) await nodes.PublishAsync("range", i);
        await nodes.SubscribeAsync("range");
        var (second, third) = (await nodes.TimeAsync("range", 1), await nodes.TimeAsync("range", 2));
        var (secondAt, thirdAt) = (await nodes.PositionAsync("range", 1), await nodes.PositionAsync("range", 2));

        await nodes.ReplayAsync("range", "by-time", new() { From = second, To = third });
        await nodes.ReplayAsync("range", "by-position", new() { FromPosition = secondAt, ToPosition = thirdAt });

        Assert.Equal([("by-position", 1), ("by-position", 2), ("by-time", 1)], nodes.Handed("range").Select(e => (e.ReplayName!, e.Detail.GetProperty("number").GetInt32())).Order());
    }

    [Fact]
    public async Task An_event_whose_transaction_was_open_when_the_replay_was_asked_for_is_delivered_in_its_place()
    {
        var replayed = await WithOneHeldAsync("held");

        Assert.Equal([1, 2], replayed);
    }

    [Fact]
    public async Task A_replay_that_did_not_wait_for_open_transactions_would_miss_their_events()
    {
        var writers = await nodes.Nodes.Database.AskAsync<string>("select pg_get_functiondef('ermine.event_writers'::regproc)");
        await nodes.Nodes.Database.RunAsync("create or replace function ermine.event_writers() returns text[] language sql as $$ select '{}'::text[] $$");

        var missed = await WithOneHeldAsync("not-held");

        await nodes.Nodes.Database.RunAsync(writers);
        Assert.Equal([2], missed);
    }

    [Fact]
    public async Task Whoever_asks_again_by_the_same_name_finds_the_replay_and_whoever_means_another_is_refused()
    {
        await nodes.PublishAsync("again", 1);
        await nodes.SubscribeAsync("again");
        await nodes.ReplayAsync("again");

        var second = await nodes.ReplayAsync("again");
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => nodes.Archive.StartAsync("again", "shop.notify:again", new() { FromPosition = 1 }));

        Assert.Equal(ReplayState.Done, second.State);
        Assert.Single(nodes.Handed("again"));
        Assert.Contains("name of its own", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_dies_in_the_middle_is_taken_over_from_and_one_that_wakes_late_delivers_nothing()
    {
        for (var i = 0; i < 3; i++) await nodes.PublishAsync("death", i);
        await nodes.SubscribeAsync("death");
        var held = (await nodes.Store.SettleAsync(await nodes.HoldAsync("death"), Lease, default))!;
        var first = await nodes.StepAsync(held, events: 1);
        Assert.True(await nodes.Store.MoveAsync(held, first, Lease, default));
        await nodes.Nodes.IdleAsync(); // so that what it delivered is not due again when time passes

        await nodes.Nodes.AdvanceAsync(Lease + Lease);
        var done = await nodes.ReplayAsync("death");

        var late = held with { Replay = held.Replay with { Position = first.Position } };
        await Assert.ThrowsAsync<LeaseLostException>(async () => await nodes.Store.MoveAsync(late, await nodes.StepAsync(late, events: 1), Lease, default));
        Assert.Equal(3, done.Delivered);
        Assert.Equal([0, 1, 2], nodes.Handed("death").Select(e => e.Detail.GetProperty("number").GetInt32()).Order());
    }

    [Fact]
    public async Task A_replay_that_is_cancelled_delivers_nothing_more()
    {
        await nodes.PublishAsync("cancel", 1);
        await nodes.SubscribeAsync("cancel");
        var held = (await nodes.Store.SettleAsync(await nodes.HoldAsync("cancel"), Lease, default))!;

        Assert.True(await nodes.Archive.CancelAsync("cancel"));

        await Assert.ThrowsAsync<LeaseLostException>(async () => await nodes.Store.MoveAsync(held, await nodes.StepAsync(held, events: 1), Lease, default));
        Assert.Equal(ReplayState.Cancelled, (await nodes.ReplayAsync("cancel")).State);
        Assert.False(await nodes.Archive.CancelAsync("cancel"));
        Assert.Empty(nodes.Handed("cancel"));
    }

    [Fact]
    public async Task A_step_that_was_matched_with_earlier_subscriptions_is_not_taken()
    {
        await nodes.PublishAsync("changed", 1);
        await nodes.SubscribeAsync("changed");
        var held = (await nodes.Store.SettleAsync(await nodes.HoldAsync("changed"), Lease, default))!;
        var step = await nodes.StepAsync(held, events: 1);
        await nodes.SubscribeAsync("changed", """{"source": ["nobody"]}""");

        Assert.False(await nodes.Store.MoveAsync(held, step, Lease, default));

        await nodes.Store.ReleaseAsync(held, TimeSpan.Zero, null, default);
        Assert.Equal((ReplayState.Done, 0), ((await nodes.ReplayAsync("changed")) is var done ? (done.State, done.Delivered) : default));
    }

    [Fact]
    public async Task A_replay_whose_subscription_is_removed_fails_and_says_so()
    {
        await nodes.PublishAsync("gone", 1);
        await nodes.SubscribeAsync("gone");
        var held = await nodes.HoldAsync("gone");
        await nodes.Nodes.OnAsync<IEventSubscriptions>(s => s.RemoveAsync("shop.notify:gone"));
        await nodes.Store.ReleaseAsync(held, TimeSpan.Zero, null, default);

        var failed = await nodes.UntilEndedAsync("gone");

        Assert.Equal((ReplayState.Failed, "The subscription 'shop.notify:gone' was removed."), (failed.State, failed.Error));
    }

    [Fact]
    public async Task What_cannot_be_replayed_is_refused_with_the_reason()
    {
        await nodes.SubscribeAsync("refused");

        Assert.Contains("did you mean 'shop.notify:refused'", (await RefusedAsync("x", "shop.notify:refusd")).Message, StringComparison.Ordinal);
        Assert.Contains("empty", (await RefusedAsync("x", "shop.notify:refused", new() { FromPosition = 2, ToPosition = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("future", (await RefusedAsync("x", "shop.notify:refused", new() { To = DateTimeOffset.MaxValue })).Message, StringComparison.Ordinal);
        Assert.Contains("slash", (await RefusedAsync("x/y", "shop.notify:refused")).Message, StringComparison.Ordinal);

        Task<ArgumentException> RefusedAsync(string name, string subscription, ReplayRange? range = null) => Assert.ThrowsAsync<ArgumentException>(() => nodes.Archive.StartAsync(name, subscription, range));
    }

    [Fact]
    public async Task Each_bus_keeps_its_events_for_its_own_time_and_longer_what_a_replay_still_needs()
    {
        var (early, late) = (TimeSpan.FromDays(1), TimeSpan.FromDays(7));
        foreach (var bus in (string[])["short", "needed", "long"]) await nodes.PublishAsync("kept", 1, bus: bus);
        await nodes.Nodes.Database.RunAsync( // in one transaction, or a node would take it over in between and find that there is no such subscription
            "begin; select ermine.add_replay('kept', 'shop.notify:kept', 'needed', null, null, null, null); update ermine.event_replay set leased_until = 'infinity' where name = 'kept'; commit");

        await nodes.Nodes.AdvanceAsync(TimeSpan.FromDays(2));
        await nodes.Store.TidyAsync(bus => bus == "long" ? late : early, late, default);

        Assert.Equal("long,needed", await nodes.Nodes.Database.AskAsync<string>("select string_agg(bus, ',' order by bus) from ermine.event where bus in ('short', 'needed', 'long')"));
        await nodes.Archive.CancelAsync("kept");
        await nodes.Store.TidyAsync(bus => bus == "long" ? late : early, late, default);
        Assert.Equal("long", await nodes.Nodes.Database.AskAsync<string>("select string_agg(bus, ',' order by bus) from ermine.event where bus in ('short', 'needed', 'long')"));
    }

    // Two events, of which the first is committed after the replay was asked for.
    private async Task<int[]> WithOneHeldAsync(string name)
    {
        await nodes.SubscribeAsync(name);
        await using var writing = await nodes.Nodes.Database.Source.OpenConnectionAsync();
        await using var open = await writing.BeginTransactionAsync();
        await using var insert = writing.CreateCommand();
        insert.CommandText = "insert into ermine.event (bus, published_at, subscribers, body) values ('default', ermine.now(), 0, $1)";
        insert.Parameters.AddWithValue(Encoding.UTF8.GetBytes($$$"""{"id":"1","source":"{{{name}}}","detail-type":"T","time":"2026-01-01T00:00:00Z","detail":{"number":1}}"""));
        await insert.ExecuteNonQueryAsync();
        await nodes.PublishAsync(name, 2);

        var replay = await nodes.Archive.StartAsync(name, $"shop.notify:{name}");
        if (name == "held") Assert.Equal(ReplayState.Waiting, (await nodes.LookedAtAsync(name)).State);
        else await nodes.UntilEndedAsync(name);
        await open.CommitAsync();
        await nodes.UntilEndedAsync(replay.Name);
        await nodes.Nodes.IdleAsync();

        return [.. nodes.Handed(name).Where(e => e.IsReplay).Select(e => e.Detail.GetProperty("number").GetInt32()).Order()];
    }
}
