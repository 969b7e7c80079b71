using System.Text.Json;
using Ermine.Queues;
using Ermine.Samples.Tests.Node;
using Ermine.Samples.Tests.OpenApi;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Ermine.Samples.Tests.Shop;

/// <summary>What the payment provider posts, signed by the library that others sign with.</summary>
public sealed class PayingTests(SampleApi<Ordering> shop) : IClassFixture<SampleApi<Ordering>>
{
    private const string Secret = "whsec_b25seSBmb3IgdGVzdHM6IG5vIHNlY3JldA=="; // as in appsettings.Development.json
    private const string Paid = "The order was paid.";

    [NpmFact]
    public async Task A_payment_that_is_reported_again_and_again_marks_the_order_paid_once()
    {
        var (app, order) = await BuyAsync();

        var answers = await PostAsync(app, NewsOf(order, "msg_paid"), NewsOf(order, "msg_paid"), NewsOf(order, "msg_paid", age: 200));
        await app.IdleAsync();
        var later = await PostAsync(app, NewsOf(order, "msg_paid"));
        await app.IdleAsync();

        Assert.Equal([202, 202, 202, 202], [.. answers, .. later]);
        Assert.Single(await app.StepsAsync(order), Paid);
    }

    [NpmFact]
    public async Task Who_has_another_secret_or_an_old_copy_is_refused_and_who_has_the_next_secret_is_not()
    {
        var (app, order) = await BuyAsync();

        var forged = await PostAsync(app, NewsOf(order, "msg_forged") with { Secret = "whsec_c29tZWJvZHkgd2hvIHRyaWVzIGl0IG91dA==" }, NewsOf(order, "msg_old", age: 400), NewsOf(order, "msg_early", age: -400));
        await app.IdleAsync();
        var steps = await app.StepsAsync(order);
        var rotated = await PostAsync(app, NewsOf(order, "msg_rotated") with { Secret = ShopClient.NextPaymentSecret });
        await app.IdleAsync();

        Assert.Equal([401, 400, 400, 202], [.. forged, .. rotated]);
        Assert.DoesNotContain(Paid, steps);
        Assert.Contains(Paid, await app.StepsAsync(order));
    }

    [NpmFact]
    public async Task A_payment_of_another_amount_is_accepted_and_set_aside_for_people()
    {
        var (app, order) = await BuyAsync();

        var answers = await PostAsync(app, NewsOf(order, "msg_little", amount: 1m));
        await app.IdleAsync();
        var dead = await app.Services.GetRequiredService<IDeadLetters>().ListAsync("webhook-paying-note", new DeadLetterFilter());

        Assert.Equal([202], answers);
        Assert.EndsWith("The payment msg_little fits no order.", Assert.Single(dead).Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Paid, await app.StepsAsync(order));
    }

    private async Task<(TestApp App, Uri Order)> BuyAsync()
    {
        await NodeTools.ReadyAsync(); // a webhook's time is taken when it is made, and judged when it is sent
        var app = await shop.App;
        app.As(ShopClient.Customers.Make("ada", ["shop"]));
        return (app, await app.BuyAsync());
    }

    private static Delivery NewsOf(Uri order, string id, int age = 0, decimal amount = 9.80m) => new(Secret, id, DateTimeOffset.UtcNow.ToUnixTimeSeconds() - age,
        JsonSerializer.Serialize(new { type = "payment.succeeded", data = new { orderId = order.ToString().Split('/')[^1], amount } }));

    private static async Task<int[]> PostAsync(TestApp app, params Delivery[] deliveries)
    {
        var (code, output, errors) = await NodeTools.ScriptAsync("send-webhooks.mjs", $"{app.Http.BaseAddress}webhooks/payments", JsonSerializer.Serialize(deliveries, JsonSerializerOptions.Web));
        Assert.True(code == 0, errors);
        return JsonSerializer.Deserialize<int[]>(output)!;
    }

    private sealed record Delivery(string Secret, string Id, long Timestamp, string Body);
}
