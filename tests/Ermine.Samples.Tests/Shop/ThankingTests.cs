using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ermine.Events;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>Events of the sample: published with the order, and matched by a rule.</summary>
public sealed class ThankingTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private const string Thanks = "The customer was thanked for a large order.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly TestApp _app = shop.App;

    [Fact]
    public async Task Whoever_spends_much_is_thanked_once_and_nobody_else()
    {
        var large = await _app.BuyAsync(quantity: 21);
        var small = await _app.BuyAsync();
        await _app.IdleAsync();

        Assert.Single(await _app.StepsAsync(large), Thanks);
        Assert.DoesNotContain(Thanks, await _app.StepsAsync(small));
    }

    [Fact]
    public async Task Operators_are_told_why_an_event_matches_no_subscription()
    {
        using var answer = await _app.Http.PostAsJsonAsync("/_ermine/events/explain", new { source = "shop", detail = new { total = 99.5 } });
        using var refused = await _app.Http.PostAsJsonAsync("/_ermine/events/explain", new[] { 1 });

        var explained = Assert.Single((await answer.Content.ReadFromJsonAsync<RuleExplanation<string>[]>())!, e => e.Rule == "thanking.thank");

        Assert.False(explained.Matches);
        Assert.Contains("99.5 is not above 100", explained.Branches[0].Fields.Select(f => f.NearestMiss).OfType<string>().Single(m => m.Contains("99.5", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Operators_have_events_delivered_once_more_and_learn_beforehand_how_many()
    {
        var large = await _app.BuyAsync(quantity: 21);
        await _app.IdleAsync();

        using var planned = await _app.Http.PostAsJsonAsync("/_ermine/events/replays?dryRun=true", new { subscription = "thanking.thank" });
        using var started = await _app.Http.PostAsJsonAsync("/_ermine/events/replays", new { name = "again", subscription = "thanking.thank" });
        using var refused = await _app.Http.PostAsJsonAsync("/_ermine/events/replays", new { name = "again", subscription = "thanking.thnk" });
        EventReplay? replay;
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while ((replay = Assert.Single((await _app.Http.GetFromJsonAsync<EventReplay[]>("/_ermine/events/replays", Json))!)).EndedAt is null) await pace.WaitForNextTickAsync();
        using var cancelled = await _app.Http.DeleteAsync("/_ermine/events/replays/again");
        await _app.IdleAsync();

        var events = (await planned.Content.ReadFromJsonAsync<ReplayPlan>())!.Delivered;
        Assert.InRange(events, 1, 2); // another test may have bought much before
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (started.StatusCode, refused.StatusCode, cancelled.StatusCode));
        Assert.Equal((ReplayState.Done, events), (replay.State, replay.Delivered));
        Assert.Equal(2, (await _app.StepsAsync(large)).Count(step => step == Thanks));
    }

    [Fact]
    public async Task Operators_see_who_subscribes_to_what()
    {
        var subscription = Assert.Single((await _app.Http.GetFromJsonAsync<EventSubscription[]>("/_ermine/events/subscriptions"))!, s => s.Name == "thanking.thank");
        Assert.DoesNotContain("u0022", await _app.Http.GetStringAsync("/_ermine/events/subscriptions"), StringComparison.Ordinal); // a pattern can be read

        Assert.Equal(("thanking.thank", "default", "event-thanking-thank", true), (subscription.Function, subscription.Bus, subscription.Queue, subscription.IsDeclared));
    }
}
