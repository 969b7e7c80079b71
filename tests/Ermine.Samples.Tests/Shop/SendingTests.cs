using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ermine.Samples.Tests.Node;
using Ermine.Webhooks.Sending;

namespace Ermine.Samples.Tests.Shop;

/// <summary>Orders of the sample that are sent to a fulfilment centre, which verifies them by the library of the standard.</summary>
public sealed class SendingTests(SendingApp shop) : IClassFixture<SendingApp>
{
    private const string Fulfilment = "/_ermine/webhooks/fulfilment";

    [NpmFact]
    public async Task An_order_reaches_fulfilment_signed_though_that_fails_first_and_then_asks_for_time_and_again_when_operators_replay_it_after_it_was_gone()
    {
        await shop.Receiver.TellAsync([500], [429, "120"], [204], [410]);
        var order = await shop.App.BuyAsync();
        var failed = await NextAsync(default);
        var busy = await NextAsync(TimeSpan.FromSeconds(6));
        var taken = await NextAsync(TimeSpan.FromSeconds(133));
        await shop.App.BuyAsync();
        var gone = await NextAsync(default);
        var disabled = (await shop.App.Http.GetFromJsonAsync<WebhookDestinationStatus[]>("/_ermine/webhooks"))!.Single(d => d.Name == "fulfilment");
        using var enabled = await shop.App.Http.PostAsync($"{Fulfilment}/enable", null);
        using var replayed = await shop.App.Http.PostAsync($"{Fulfilment}/replay", null);
        var again = await NextAsync(default);
        var log = (await shop.App.Http.GetFromJsonAsync<WebhookDelivery[]>($"{Fulfilment}/deliveries"))!;

        Assert.All([failed, busy, taken], sent => Assert.Equal((null, "OrderPlaced", $"{order}".Split('/')[^1], failed.Id), (sent.Refused, sent.Type, sent.Order, sent.Id)));
        Assert.Equal((gone.Id, 204, (string?)null), (again.Id, again.Status, again.Refused));
        Assert.Equal("It answered 410 Gone.", disabled.DisabledReason);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (enabled.StatusCode, replayed.StatusCode));
        Assert.Equal([204, 410, 204, 429, 500], log.Take(5).Select(d => d.Status!.Value));
    }

    [NpmFact]
    public async Task Operators_ping_it_see_no_secret_in_lists_and_are_told_of_what_is_not_there()
    {
        using var pinged = await shop.App.Http.PostAsync($"{Fulfilment}/ping", null);
        var ping = await shop.Receiver.NextAsync();
        using var unknown = await shop.App.Http.PostAsync("/_ermine/webhooks/nobody/ping", null);
        using var rotated = await shop.App.Http.PostAsync($"{Fulfilment}/secrets", null);
        using var unread = await shop.App.Http.GetAsync($"{Fulfilment}/deliveries?limit=some");
        await shop.App.IdleAsync();

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (pinged.StatusCode, unknown.StatusCode, rotated.StatusCode, unread.StatusCode));
        Assert.Equal(("webhook.ping", null), (ping.Type, ping.Refused));
        Assert.DoesNotContain("whsec_", await shop.App.Http.GetStringAsync("/_ermine/webhooks") + await shop.App.Http.GetStringAsync($"{Fulfilment}/deliveries"));
        Assert.Contains(shop.Secret, await shop.App.Http.GetStringAsync($"{Fulfilment}/secrets"));
    }

    [NpmFact]
    public async Task A_CloudEvent_that_came_in_leaves_as_the_same_signed_in_each_mode()
    {
        const string Attributes = """ "specversion": "1.0", "source": "museum", "type": "Opened", "time": "2026-11-27T12:00:00Z", "subject": "Grüner Tee, 50 %", "traceparent": "00-1-2-00" """;
        foreach (var (id, data) in new[] { ("json", """ "data": { "rooms": 7, "name": "Teehäuschen" } """), ("bytes", """ "datacontenttype": "application/octet-stream", "data_base64": "AQIDBA==" """) })
        {
            using var content = new StringContent($$"""{ "id": "{{id}}", {{Attributes}}, {{data}} }""", Encoding.UTF8, "application/cloudevents+json");
            using var answer = await shop.App.As(ShopClient.StaffToken).PostAsync("/supplier/events", content);
            var received = new[] { await shop.Receiver.NextAsync(), await shop.Receiver.NextAsync() }.OrderBy(r => r.IsBinary).ToArray();

            Assert.Equal([(false, id, null), (true, id, null)], received.Select(r => (r.IsBinary, r.Id, r.Refused)));
            Assert.All(received, r => Assert.Equal((id, "museum", "Opened", "2026-11-27T12:00:00.000Z", "00-1-2-00"), (Text(r, "id"), Text(r, "source"), Text(r, "type"), Text(r, "time"), Text(r, "traceparent"))));
            Assert.Equal(["Grüner Tee, 50 %", "Gr%C3%BCner%20Tee,%2050%20%25"], received.Select(r => Text(r, "subject"))); // the SDK for JavaScript leaves headers encoded
            Assert.All(received, r => Assert.Equal(id == "json" ? """{"rooms":7,"name":"Teehäuschen"}""" : "AQIDBA==", id == "json" ? r.CloudEvent!.Value.GetProperty("data").GetRawText() : Text(r, "data_base64")));
        }

        static string? Text(ReceivedWebhook received, string name) => received.CloudEvent!.Value.GetProperty(name).GetString();
    }

    private async Task<ReceivedWebhook> NextAsync(TimeSpan after)
    {
        if (after > TimeSpan.Zero) await shop.App.Clock.AdvanceAsync(after); // in all less than the 5 minutes by which a receiver lets clocks differ
        var received = await shop.Receiver.NextAsync();
        await shop.App.IdleAsync();
        return received;
    }
}
