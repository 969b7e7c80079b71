using System.Globalization;
using Ermine.Kernel;

namespace Ermine.Webhooks.Sending;

/// <summary>The log of deliveries, and what is sent again: a dead letter as it is, and what was delivered from the archive of events.</summary>
internal sealed class WebhookDeliveries(IWebhookStore store, Outbox outbox) : IWebhookDeliveries
{
    private const int Most = 1_000;

    public async Task<IReadOnlyList<WebhookDelivery>> ListAsync(string destination, WebhookDeliveryFilter? filter = null, CancellationToken ct = default)
    {
        filter ??= new WebhookDeliveryFilter();
        if (filter.Limit is < 1 or > Most) throw new ArgumentException($"The limit is {filter.Limit}; it is from 1 to {Most:N0}.", nameof(filter));

        await FindAsync(destination, ct);
        return await store.ListAsync(destination, filter, ct);
    }

    public async Task ReplayAsync(string destination, long delivery, CancellationToken ct = default)
    {
        var found = await FindAsync(destination, ct);
        var made = (await store.ListAsync(destination, new WebhookDeliveryFilter { Id = delivery }, ct)).SingleOrDefault() ?? throw new ArgumentException($"'{destination}' has no delivery {delivery}.", nameof(delivery));
        if (await store.RedriveAsync(found.Queue, made.Message, null, ct) > 0) return;

        foreach (var published in await store.ArchivedAsync(found.Bus, made.EventId, made.PublishedAt, ct))
        {
            if (EventIdentity.Of(published.Span) != made.EventId) continue;

            var headers = new Dictionary<string, string> { [WebhookDeliverer.Published] = made.PublishedAt.ToString("O", CultureInfo.InvariantCulture) };
            await outbox.SendAsync([new OutgoingMessage(found.Queue, published, Headers: headers)], null, ct);
            return;
        }

        throw new ArgumentException($"The event '{made.EventId}' is kept no longer, so that it cannot be sent again.", nameof(delivery));
    }

    public async Task<int> ReplayFailedAsync(string destination, DateTimeOffset since, CancellationToken ct = default) =>
        await store.RedriveAsync((await FindAsync(destination, ct)).Queue, null, since, ct);

    private async Task<StoredDestination> FindAsync(string destination, CancellationToken ct) => (await store.LoadAsync(ct)).Find(destination);
}
