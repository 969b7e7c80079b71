using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ermine.Events;
using Ermine.Queues;
using Ermine.Webhooks.Sending;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Postgres.Tests.Webhooks;

/// <summary>Webhooks from the event that is published to the server that receives them.</summary>
public sealed class WebhookTests(WebhookApp app) : IClassFixture<WebhookApp>
{
    [Fact]
    public async Task An_event_that_matches_is_posted_as_it_is_and_signed()
    {
        await app.MakeAsync("plain", """{"detail": {"total": [{"numeric": [">", 100]}]}}""");

        await app.PublishAsync("plain", "e-1", """{"total":250}""");
        await app.PublishAsync("plain", "e-2", """{"total":99}""");
        await app.IdleAsync();

        var received = Assert.Single(app.At("plain"));
        var (log, secrets) = (Assert.Single(await app.LogAsync("plain")), await SecretsAsync("plain"));
        Assert.Equal("e-1", received.Id);
        Assert.Equal(250, JsonDocument.Parse(received.Body).RootElement.GetProperty("detail").GetProperty("total").GetInt32());
        Assert.Equal(SignatureBy(secrets.Single(), received), received.Signature);
        Assert.Equal(("e-1", 1, 200, (string?)null, (DateTimeOffset?)null), (log.EventId, log.Attempt, log.Status!.Value, log.Error, log.NextAt));
    }

    [Fact]
    public async Task What_fails_is_tried_again_in_its_time_under_the_same_id()
    {
        app.Answers("failing", static n => n == 1 ? new(500) : Answer.Ok);
        await app.MakeAsync("failing");

        await app.PublishAsync("failing", "e-1");
        await app.IdleAsync();
        var first = (await app.LogAsync("failing"))[0]; // after five seconds the next comes by itself
        await app.AdvanceAsync(TimeSpan.FromSeconds(6));
        await app.IdleAsync();

        Assert.Equal((500, "It answered 500 Internal Server Error."), (first.Status, first.Error));
        Assert.InRange(first.NextAt!.Value - first.At, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
        Assert.Equal([(1, 500), (2, 200)], (await app.LogAsync("failing")).Select(d => (d.Attempt, d.Status!.Value)));
        Assert.Equal(["e-1", "e-1"], app.At("failing").Select(r => r.Id));
    }

    [Fact]
    public async Task A_destination_is_tried_again_when_it_asks_for_it()
    {
        app.Answers("busy", static n => n == 1 ? new(429, RetryAfter: "600") : Answer.Ok);
        await app.MakeAsync("busy");

        await app.PublishAsync("busy", "e-1");
        await app.IdleAsync();
        await app.AdvanceAsync(TimeSpan.FromSeconds(590));
        await app.IdleAsync();
        var early = app.At("busy").Count;
        await app.AdvanceAsync(TimeSpan.FromSeconds(71));
        await app.IdleAsync();

        Assert.Equal((1, 2), (early, app.At("busy").Count));
    }

    [Fact]
    public async Task What_fails_ten_times_becomes_a_dead_letter_and_is_sent_again_by_hand()
    {
        var isUp = false;
        app.Answers("down", _ => isUp ? Answer.Ok : new(503));
        await app.MakeAsync("down");

        await app.PublishAsync("down", "e-1");
        await app.IdleAsync();
        for (var attempt = 1; attempt < 10; attempt++)
        {
            Assert.Equal(attempt, app.At("down").Count);
            await app.AdvanceAsync((await app.LogAsync("down"))[^1].NextAt!.Value - (await app.LogAsync("down"))[^1].At);
            await app.IdleAsync();
        }

        var letter = Assert.Single(await app.Services.GetRequiredService<IDeadLetters>().ListAsync("webhook-down", new DeadLetterFilter()));
        var (last, early) = ((await app.LogAsync("down"))[^1], 0);
        isUp = true;
        await app.OnAsync<IWebhookDeliveries>(async d => early = await d.ReplayFailedAsync("down", last.At + TimeSpan.FromHours(1)));
        await app.OnAsync<IWebhookDeliveries>(async d => Assert.Equal(1, await d.ReplayFailedAsync("down", last.At - TimeSpan.FromHours(1))));
        await app.IdleAsync();

        Assert.Equal((10, "It answered 503 Service Unavailable.", 0), (letter.Attempts, letter.Reason, early));
        Assert.Equal((10, null), (last.Attempt, last.NextAt));
        Assert.Equal((11, "e-1"), (app.At("down").Count, app.At("down")[^1].Id));
        Assert.Equal(200, (await app.LogAsync("down"))[^1].Status);
    }

    [Fact]
    public async Task A_destination_that_is_gone_is_disabled_until_somebody_enables_it()
    {
        app.Answers("gone", static n => n == 1 ? new(410) : Answer.Ok);
        await app.MakeAsync("gone");
        await app.PublishAsync("gone", "e-1");
        await app.IdleAsync();
        await WebhookApp.UntilAsync(async () => (await StatusAsync("gone")).DisabledAt is not null);
        var disabled = await StatusAsync("gone");

        await app.PublishAsync("gone", "while-disabled");
        await app.OnAsync<IWebhookDestinations>(d => d.EnableAsync("gone"));
        var enabled = await StatusAsync("gone");
        await app.PublishAsync("gone", "e-2");
        await app.OnAsync<IWebhookDeliveries>(async d => Assert.Equal(1, await d.ReplayFailedAsync("gone", DateTimeOffset.UnixEpoch)));
        await app.IdleAsync();

        Assert.Equal("It answered 410 Gone.", disabled.DisabledReason);
        Assert.Equal((null, null), (enabled.DisabledAt, enabled.DisabledReason));
        Assert.Equal(["e-1", "e-1", "e-2"], app.At("gone").Select(r => r.Id).Order());
    }

    [Fact]
    public async Task What_waits_for_a_destination_is_kept_while_it_is_disabled()
    {
        app.Answers("waiting", static n => n == 1 ? new(500) : Answer.Ok);
        await app.MakeAsync("waiting");
        await app.PublishAsync("waiting", "e-1");
        await app.IdleAsync();

        await app.OnAsync<IWebhookDestinations>(d => d.DisableAsync("waiting", "maintenance"));
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.IdleAsync();
        var meanwhile = app.At("waiting").Count;
        await app.OnAsync<IWebhookDestinations>(d => d.EnableAsync("waiting"));
        await WebhookApp.UntilAsync(() => Task.FromResult(app.At("waiting").Count == 2));

        Assert.Equal(1, meanwhile);
    }

    [Fact]
    public async Task A_destination_that_does_not_answer_holds_back_no_other()
    {
        var answered = new TaskCompletionSource();
        app.Answers("stuck", _ => new(200, After: answered.Task));
        await app.MakeAsync("stuck");
        await app.MakeAsync("swift");

        for (var i = 0; i < 20; i++) await app.PublishAsync("stuck", $"e-{i}");
        await app.PublishAsync("swift", "e-1");
        await WebhookApp.UntilAsync(() => Task.FromResult(app.At("swift").Count == 1 && app.At("stuck").Count > 0));
        var stuck = app.At("stuck").Count;
        answered.SetResult();
        await app.IdleAsync();

        Assert.InRange(stuck, 1, 8);
        Assert.Equal(20, app.At("stuck").Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task While_a_secret_is_rotated_deliveries_are_signed_by_both()
    {
        await app.MakeAsync("rotated");
        var former = (await SecretsAsync("rotated")).Single();
        string secret = "";
        await app.OnAsync<IWebhookDestinations>(async d => secret = await d.RotateSecretAsync("rotated"));

        await app.PublishAsync("rotated", "e-1");
        await app.IdleAsync();
        await app.AdvanceAsync(TimeSpan.FromHours(25));
        await app.PublishAsync("rotated", "e-2");
        await app.IdleAsync();

        var (both, one) = (app.At("rotated")[0], app.At("rotated")[1]);
        Assert.Equal($"{SignatureBy(secret, both)} {SignatureBy(former, both)}", both.Signature);
        Assert.Equal(SignatureBy(secret, one), one.Signature);
        Assert.Equal([secret], await SecretsAsync("rotated"));
    }

    [Theory, InlineData("committed", true, false), InlineData("with-documents", true, true), InlineData("abandoned", false, true)]
    public async Task A_destination_that_an_invocation_makes_is_there_if_and_only_if_it_commits(string name, bool commits, bool hasSession)
    {
        await using (var invocation = new TestInvocation(app.Services))
        {
            if (hasSession) invocation.Services.GetRequiredService<IDocumentSession>().Insert(new Effect { Id = Guid.NewGuid() });
            await invocation.Services.GetRequiredService<IWebhookDestinations>().UpsertAsync(new WebhookDestination(name, app.UrlOf(name), """{"source": ["shop"]}""") { Bus = name });
            await invocation.Services.GetRequiredService<IEventBus>().PublishJsonAsync("shop", "OrderPlaced", "{}"u8.ToArray(), new PublishOptions { Bus = name }); // what changes the subscriptions may publish too
            if (commits) await invocation.Commit.CommitAsync(null, default);
        }

        Assert.Equal(commits, (await ListAsync()).Any(d => d.Name == name));
        Assert.Equal(commits ? 1L : 0L, await app.Database.AskAsync<long>($"select count(*) from ermine.event_subscription where name = 'webhooks/{name}'"));
    }

    [Fact]
    public async Task A_node_learns_by_itself_of_what_others_have_made()
    {
        var elsewhere = app.Services.GetRequiredService<IWebhookStore>(); // it tells nobody

        await elsewhere.UpsertAsync(new WebhookDestination("elsewhere", app.UrlOf("elsewhere"), """{"source": ["shop"]}""") { Bus = "elsewhere" }, false, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null, default);
        await app.PublishAsync("elsewhere", "e-1");
        await WebhookApp.UntilAsync(() => Task.FromResult(app.At("elsewhere").Count > 0));

        Assert.Equal("e-1", app.At("elsewhere").Single().Id);
    }

    [Fact]
    public async Task An_event_that_cannot_be_written_is_a_dead_letter_at_once_with_the_reason()
    {
        await app.MakeAsync("unwritten", format: WebhookFormat.CloudEventsBinary);

        await app.PublishAsync("unwritten", "e-1");
        await app.IdleAsync();

        var letter = Assert.Single(await app.Services.GetRequiredService<IDeadLetters>().ListAsync("webhook-unwritten", new DeadLetterFilter()));
        Assert.Equal((1, "The event cannot be sent as CloudEventsBinary: It has no shape."), (letter.Attempts, letter.Reason));
        Assert.Equal(letter.Reason, Assert.Single(await app.LogAsync("unwritten")).Error);
        Assert.Empty(app.At("unwritten"));
    }

    [Fact]
    public async Task A_format_that_a_node_does_not_write_is_refused_there_and_events_wait_where_another_has_made_it()
    {
        var elsewhere = app.Services.GetRequiredService<IWebhookStore>();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => app.MakeAsync("foreign", format: WebhookFormat.CloudEvents));
        await elsewhere.UpsertAsync(new WebhookDestination("foreign", app.UrlOf("foreign"), """{"source": ["shop"]}""") { Bus = "foreign", Format = WebhookFormat.CloudEvents }, false, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", null, default);
        await app.MakeAsync("beside-foreign"); // and with it this node has looked
        var listed = await StatusAsync("foreign");

        await app.PublishAsync("foreign", "e-1");
        await app.MakeAsync("foreign");
        await WebhookApp.UntilAsync(async () => (await app.LogAsync("foreign")).Count > 0);

        Assert.Contains("reference the package Ermine.CloudEvents", refused.Message);
        Assert.Equal(WebhookFormat.CloudEvents, listed.Format);
        Assert.Equal((1, "e-1"), (Assert.Single(await app.LogAsync("foreign")).Attempt, Assert.Single(app.At("foreign")).Id));
    }

    [Fact]
    public async Task Nodes_of_a_version_without_formats_leave_the_one_that_a_destination_has()
    {
        await app.MakeAsync("older", format: WebhookFormat.CloudEventsBinary);

        await app.Database.RunAsync($"select ermine.put_webhook_destination('older', '{app.UrlOf("older")}', 'older', '{{\"source\": [\"shop\"]}}', '9/s', null, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', false)");

        Assert.Equal((WebhookFormat.CloudEventsBinary, "9/s"), ((await StatusAsync("older")).Format, (await StatusAsync("older")).MaxRate));
    }

    [Fact]
    public async Task One_that_was_removed_gets_nothing_more_and_begins_anew_where_it_is_made_again()
    {
        app.Answers("removed", static n => n == 1 ? new(500) : Answer.Ok);
        await app.MakeAsync("removed");
        var secret = (await SecretsAsync("removed")).Single();
        await app.PublishAsync("removed", "waits");
        await app.IdleAsync();

        await app.OnAsync<IWebhookDestinations>(d => d.RemoveAsync("removed"));
        await app.PublishAsync("removed", "unseen");
        await app.OnAsync<IWebhookDestinations>(async d => await Assert.ThrowsAsync<ArgumentException>(() => d.RemoveAsync("removed")));
        await app.MakeAsync("removed");
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        await app.PublishAsync("removed", "seen");
        await app.IdleAsync();

        Assert.Equal(["waits", "seen"], app.At("removed").Select(r => r.Id));
        Assert.NotEqual(secret, (await SecretsAsync("removed")).Single());
    }

    [Fact]
    public async Task What_was_delivered_is_delivered_again_from_the_archive_under_the_same_id_as_often_as_asked()
    {
        await app.MakeAsync("replayed");
        await app.PublishAsync("replayed", "before");
        await app.PublishAsync("replayed", "a+b.c");
        await app.IdleAsync();

        for (var i = 0; i < 2; i++)
        {
            var latest = (await app.LogAsync("replayed")).Last(d => d.EventId.StartsWith("evt_", StringComparison.Ordinal)).Id;
            await app.AdvanceAsync(TimeSpan.FromHours(1));
            await app.OnAsync<IWebhookDeliveries>(d => d.ReplayAsync("replayed", latest));
            await app.IdleAsync();
        }

        var sent = app.At("replayed").Where(r => r.Id.StartsWith("evt_", StringComparison.Ordinal)).ToArray();
        Assert.Equal((3, 1, 1), (sent.Length, sent.Select(r => r.Id).Distinct().Count(), sent.Select(r => Encoding.UTF8.GetString(r.Body)).Distinct().Count()));
        Assert.Single(app.At("replayed"), r => r.Id == "before");
    }

    [Fact]
    public async Task A_ping_is_delivered_as_an_event_is()
    {
        await app.MakeAsync("pinged");
        string id = "";

        await app.OnAsync<IWebhookDestinations>(async d => id = await d.PingAsync("pinged"));
        await app.IdleAsync();

        var ping = Assert.Single(app.At("pinged"));
        Assert.Equal((id, "webhook.ping"), (ping.Id, JsonDocument.Parse(ping.Body).RootElement.GetProperty("detail-type").GetString()));
    }

    [Fact]
    public async Task A_destination_of_configuration_is_there_with_a_secret_of_its_own_and_is_changed_there()
    {
        await app.PublishAsync("declared", "e-1");
        await app.IdleAsync();

        var received = Assert.Single(app.At("declared"));
        Assert.Equal(SignatureBy((await SecretsAsync("declared")).Single(), received), received.Signature);
        Assert.True((await StatusAsync("declared")).IsDeclared);
        await app.OnAsync<IWebhookDestinations>(async d => Assert.Contains("configuration", (await Assert.ThrowsAsync<ArgumentException>(() => d.RemoveAsync("declared"))).Message));
        await Assert.ThrowsAsync<ArgumentException>(() => app.MakeAsync("declared"));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_name_that_leads_inside()
    {
        await app.OnAsync<IWebhookDestinations>(d => d.UpsertAsync(new WebhookDestination("inside", app.UrlOf("inside", "localhost"), """{"source": ["shop"]}""") { Bus = "inside" }));

        await app.PublishAsync("inside", "e-1");
        await app.IdleAsync();

        Assert.Contains("not of the public internet", Assert.Single(await app.LogAsync("inside")).Error);
        Assert.Empty(app.At("inside"));
    }

    [Theory]
    [InlineData("Bad", "http://127.0.0.1/", "{}", "name"), InlineData("bad", "https://10.0.0.1/", "{}", "public internet"), InlineData("bad", "http://127.0.0.1/", """{"a": 1}""", "at character")]
    public async Task A_destination_that_cannot_be_is_refused_with_the_reason(string name, string url, string pattern, string reason) => await app.OnAsync<IWebhookDestinations>(async d =>
        Assert.Contains(reason, (await Assert.ThrowsAsync<ArgumentException>(() => d.UpsertAsync(new WebhookDestination(name, url, pattern)))).Message));

    [Fact]
    public async Task What_is_old_is_deleted_with_the_tables_of_destinations_that_were_removed()
    {
        await app.MakeAsync("old");
        await app.PublishAsync("old", "e-1");
        await app.IdleAsync();
        await app.OnAsync<IWebhookDestinations>(d => d.RemoveAsync("old"));

        await TidyAsync();
        var kept = await CountAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(8));
        await TidyAsync();

        Assert.Equal("1,1,1", kept);
        Assert.Equal("0,0,0", await CountAsync());
        Assert.Contains(await ListAsync(), d => d.Name == "declared"); // a node still declares it

        Task TidyAsync() => app.Services.GetRequiredService<IWebhookStore>().TidyAsync(["declared"], TimeSpan.FromDays(7), TimeSpan.FromDays(7), default);

        Task<string> CountAsync() => app.Database.AskAsync<string>("""
            select (select count(*) from ermine.webhook_delivery where destination = 'old') || ',' || (select count(*) from ermine.webhook_destination where name = 'old')
              || ',' || (select count(*) from pg_class where relname = 'webhook_old_ready')
            """);
    }

    private static string SignatureBy(string secret, Received received)
    {
        var head = Encoding.UTF8.GetBytes($"{received.Id}.{received.Timestamp}.");
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), (byte[])[.. head, .. received.Body]))}";
    }

    private async Task<IReadOnlyList<string>> SecretsAsync(string name)
    {
        IReadOnlyList<string> secrets = [];
        await app.OnAsync<IWebhookDestinations>(async d => secrets = await d.SecretsAsync(name));
        return secrets;
    }

    private async Task<IReadOnlyList<WebhookDestinationStatus>> ListAsync()
    {
        IReadOnlyList<WebhookDestinationStatus> all = [];
        await app.OnAsync<IWebhookDestinations>(async d => all = await d.ListAsync());
        return all;
    }

    private async Task<WebhookDestinationStatus> StatusAsync(string name) => (await ListAsync()).Single(d => d.Name == name);
}
