using System.Net;
using System.Net.Http.Json;
using Ermine.Events;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>Events of the sample: published with the order, and matched by a rule.</summary>
public sealed class ThankingTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private const string Thanks = "The customer was thanked for a large order.";

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
    public async Task Operators_see_who_subscribes_to_what()
    {
        var subscription = Assert.Single((await _app.Http.GetFromJsonAsync<EventSubscription[]>("/_ermine/events/subscriptions"))!, s => s.Name == "thanking.thank");

        Assert.Equal(("thanking.thank", "default", "event-thanking-thank", true), (subscription.Function, subscription.Bus, subscription.Queue, subscription.IsDeclared));
    }
}
