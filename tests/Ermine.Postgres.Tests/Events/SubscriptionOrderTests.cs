using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Ermine.Events;

namespace Ermine.Postgres.Tests.Events;

/// <summary>Subscriptions that come and go while two nodes publish: what each event meets is as if all had happened one after the other.</summary>
public sealed class SubscriptionOrderTests : IAsyncLifetime
{
    private const int Rounds = 12;

    private EventNodes _nodes = null!;

    public async Task InitializeAsync() => _nodes = await EventNodes.StartAsync(static (nodes, catalog) => nodes.Subscribe(catalog, "shop.notify", new EventRuleAttribute()));

    [Fact]
    public async Task No_event_is_missed_or_doubled_while_subscriptions_come_and_go()
    {
        var (missed, doubled, strayed) = await RunAsync();

        Assert.Equal((0, 0, 0), (missed, doubled, strayed));
    }

    [Fact]
    public async Task Publishers_that_did_not_compare_what_they_know_with_what_is_stored_would_miss_events()
    {
        await _nodes.Database.RunAsync("create or replace function ermine.check_subscriptions(known bigint) returns void language plpgsql as 'begin end'");

        Assert.NotEqual(0, (await RunAsync()).Missed);
    }

    public async Task DisposeAsync() => await _nodes.DisposeAsync();

    private async Task<(int Missed, int Doubled, int Strayed)> RunAsync()
    {
        using var stopping = new CancellationTokenSource();
        var published = new ConcurrentDictionary<string, (long Began, long Ended)>();
        var publishers = Enumerable.Range(0, 6).Select(i => PublishAsync(i % 2, published, stopping.Token)).ToArray();

        var held = new List<(long Added, long HeldFrom, long HeldTo, long Removed)>();
        for (var round = 0; round < Rounds; round++) held.Add(await HoldAsync(round % 2, published));
        await stopping.CancelAsync();
        await Task.WhenAll(publishers);
        await _nodes.IdleAsync();

        var handed = _nodes.HandedTo("shop.notify").Select(e => JsonDocument.Parse(e).RootElement.GetProperty("id").GetString()!).ToArray();
        Assert.True(handed.Length < published.Count, "The subscriptions held all the time, so nothing was tried.");
        return (published.Where(e => held.Exists(h => h.HeldFrom <= e.Value.Began && e.Value.Ended <= h.HeldTo)).Select(e => e.Key).Except(handed).Count(),
            handed.Length - handed.Distinct().Count(),
            handed.Count(id => !held.Exists(h => published[id].Began <= h.Removed && h.Added <= published[id].Ended)));
    }

    private async Task PublishAsync(int node, ConcurrentDictionary<string, (long Began, long Ended)> published, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var (id, began) = (Guid.NewGuid().ToString(), Stopwatch.GetTimestamp());
            await _nodes.PublishAsync("{}", new() { Id = id }, node);
            published[id] = (began, Stopwatch.GetTimestamp());
        }
    }

    // One subscription from the call that makes it to the end of the one that removes it, and a few events in between.
    private async Task<(long Added, long HeldFrom, long HeldTo, long Removed)> HoldAsync(int node, ConcurrentDictionary<string, (long, long)> published)
    {
        var added = Stopwatch.GetTimestamp();
        await _nodes.OnAsync<IEventSubscriptions>(s => s.UpsertAsync("shop.notify", """{"source": ["shop"]}"""), node);
        var heldFrom = Stopwatch.GetTimestamp();
        await MoreAsync(published);
        var heldTo = Stopwatch.GetTimestamp();
        await _nodes.OnAsync<IEventSubscriptions>(s => s.RemoveAsync("shop.notify"), 1 - node);
        var removed = Stopwatch.GetTimestamp();
        await MoreAsync(published);
        return (added, heldFrom, heldTo, removed);
    }

    private static async Task MoreAsync(ConcurrentDictionary<string, (long, long)> published)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var before = published.Count; published.Count < before + 12;) await pace.WaitForNextTickAsync();
    }
}
