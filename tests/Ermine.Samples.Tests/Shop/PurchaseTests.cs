using System.Net;
using Shop;

namespace Ermine.Samples.Tests.Shop;

public sealed class PurchaseTests
{
    private const string Mailed = "The confirmation was mailed.";

    [Fact]
    public async Task A_purchase_is_confirmed_by_mail_and_sent_by_its_warehouse()
    {
        var mail = new MailServer();
        await using var app = await ShopClient.StartAsync(mail);

        var order = await app.BuyAsync("ada@example.org", Warehouse.Lisbon);
        await app.IdleAsync();

        Assert.Equal(["ada@example.org"], mail.Mailed);
        Assert.Equal(["Lisbon has sent it as parcel 1.", Mailed], (await app.StepsAsync(order)).Order());
    }

    [Fact]
    public async Task Whoever_asks_for_the_confirmation_again_gets_one_mail_in_five_minutes()
    {
        var mail = new MailServer();
        await using var app = await ShopClient.StartAsync(mail);
        var order = await app.BuyAsync();

        using var atOnce = await app.Http.PostAsync($"{order}/confirmation", null);
        await app.IdleAsync();
        var mailedAtOnce = mail.Mailed.Count;
        await app.Clock.AdvanceAsync(TimeSpan.FromMinutes(6));
        using var later = await app.Http.PostAsync($"{order}/confirmation", null);
        await app.IdleAsync();

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (atOnce.StatusCode, later.StatusCode));
        Assert.Equal((1, 2), (mailedAtOnce, mail.Mailed.Count));
    }

    [Fact]
    public async Task A_warehouse_sends_in_the_order_of_the_purchases_beside_the_other_warehouse()
    {
        await using var app = await ShopClient.StartAsync(new MailServer());
        var orders = new List<(Uri Order, string Step)>();

        for (var parcel = 1; parcel <= 12; parcel++)
        {
            orders.Add((await app.BuyAsync(warehouse: Warehouse.Berlin), $"Berlin has sent it as parcel {parcel}."));
            orders.Add((await app.BuyAsync(warehouse: Warehouse.Lisbon), $"Lisbon has sent it as parcel {parcel}."));
        }

        await app.IdleAsync();

        foreach (var (order, step) in orders) Assert.Contains(step, await app.StepsAsync(order));
    }
}
