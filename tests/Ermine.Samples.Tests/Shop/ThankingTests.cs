using System.Net.Http.Json;
using Ermine.Events;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Shop;

/// <summary>Events of the sample: published with the order, and matched by a rule.</summary>
public sealed class ThankingTests : IAsyncLifetime
{
    private const string Thanks = "The customer was thanked for a large order.";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await ShopClient.StartAsync(new MailServer());

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

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
    public async Task Operators_see_who_subscribes_to_what()
    {
        var subscription = Assert.Single((await _app.Http.GetFromJsonAsync<EventSubscription[]>("/_ermine/events/subscriptions"))!);

        Assert.Equal(("thanking.thank", "default", "event-thanking-thank", true), (subscription.Function, subscription.Bus, subscription.Queue, subscription.IsDeclared));
    }
}
