using System.Net;
using System.Net.Http.Json;
using System.Text;
using Ermine.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Shop;

public sealed class MailTests
{
    private const string Letters = "/_ermine/queues/confirmations/dead-letters";

    [Fact]
    public async Task A_bad_address_ends_in_the_dead_letters_at_once_and_is_mailed_once_it_was_put_right()
    {
        var mail = new MailServer();
        await using var app = await ShopClient.StartAsync(mail);
        var order = await app.BuyAsync("ada@exam ple.org");
        await app.IdleAsync();
        var dead = Assert.Single((await app.Http.GetFromJsonAsync<DeadLetter[]>(Letters))!);

        var letter = (await app.Http.GetFromJsonAsync<DeadLetter>($"{Letters}/{dead.Id}"))!;
        using var right = new StringContent(letter.Payload!.Replace("ada@exam ple.org", "ada@example.org"), Encoding.UTF8, "application/json");
        using var edited = await app.Http.PutAsync($"{Letters}/{dead.Id}", right);
        using var redriven = await app.Http.PostAsync($"{Letters}/redrive?id={dead.Id}", null);
        await app.IdleAsync();

        Assert.Equal((1, typeof(FormatException).FullName), (dead.Attempts, dead.Exception));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.OK), (edited.StatusCode, redriven.StatusCode));
        Assert.Equal(["ada@example.org"], mail.Mailed);
        Assert.Contains("The confirmation was mailed.", await app.StepsAsync(order));
        Assert.Empty((await app.Http.GetFromJsonAsync<DeadLetter[]>(Letters))!);
    }

    [Fact]
    public async Task A_busy_mail_server_is_asked_again_when_it_said_and_with_the_same_key_and_that_counts_as_no_attempt()
    {
        const int busy = 7; // more often than a message is tried
        var mail = new MailServer(busy);
        await using var app = await ShopClient.StartAsync(mail);
        await app.BuyAsync();

        await app.IdleAsync();
        for (var asked = 1; asked <= busy; asked++)
        {
            Assert.Equal(asked, mail.Keys.Count);
            await app.Clock.AdvanceAsync(MailServer.Pause);
            await app.IdleAsync();
        }

        Assert.Equal(["ada@example.org"], mail.Mailed);
        Assert.Single(mail.Keys.Distinct());
        Assert.Empty(await app.Services.GetRequiredService<IDeadLetters>().ListAsync("confirmations", new DeadLetterFilter()));
    }
}
