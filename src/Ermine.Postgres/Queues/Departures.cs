using Ermine.Events;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Makes of events the messages for their subscribers, at the moment at which they are recorded, and again where the subscriptions had changed by then;
/// and tells those who wait for messages of what was recorded.</summary>
internal sealed class Departures(NpgsqlDataSource source, EventRoutes routes, ISubscriptionStore store, WakeUps wakeUps, ClaimCursors cursors, ILogger<Departures> log)
{
    private const int MostAttempts = 10;

    /// <summary>Runs a transaction with what messages and events become; again, with fresh subscriptions, where those were changed in between.</summary>
    /// <exception cref="CommitException">Nothing was recorded, or, if it says so, it is not known whether it was.</exception>
    public async Task RunAsync(IReadOnlyList<OutgoingMessage> messages, Func<Departure, Task> record, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (routes.Version < 0 && messages.Any(m => m.IsEvent)) routes.Load(await store.LoadAsync(ct));
            try
            {
                await RunAsync(Of(messages), record);
                return;
            }
            catch (CommitException e) when (attempt < MostAttempts && CommitFailures.IsOfSubscriptions(e))
            {
                routes.Load(await store.LoadAsync(ct));
            }
        }
    }

    /// <summary>The same for a transaction that cannot be run again: with the subscriptions of now.</summary>
    public async Task RunOnceAsync(IReadOnlyList<OutgoingMessage> messages, Func<Departure, Task> record, CancellationToken ct)
    {
        if (messages.Any(m => m.IsEvent) && (await source.ReadAsync(Statement.In("Queues/subscriptions_version.sql").Bind(), r => r.GetInt64(0), ct))[0] != routes.Version)
            routes.Load(await store.LoadAsync(ct));
        await RunAsync(Of(messages), record);
    }

    /// <summary>Messages that this node held are due again.</summary>
    public void Released(Lease lease)
    {
        foreach (var message in lease.Messages.Where(m => m.GroupKey is null)) cursors.Of(lease.Queue).Rewind(Segments.Of(message), message.Id);
        wakeUps.Ring(lease.Queue);
    }

    private async Task RunAsync(Departure departure, Func<Departure, Task> record)
    {
        try
        {
            await record(departure);
        }
        catch
        {
            foreach (var handOver in departure.HandOvers) handOver.Withdraw();
            throw;
        }

        foreach (var handOver in departure.HandOvers)
        {
            cursors.Of(handOver.Lease.Queue).Leased(handOver.Lease.Messages);
            if (!handOver.Give()) await ReleaseAsync(handOver.Lease);
        }

        foreach (var sent in departure.Messages.GroupBy(m => m.Queue))
        {
            if (sent.Count() > departure.HandOvers.Where(h => h.Lease.Queue == sent.Key).Sum(h => h.Lease.Messages.Count)) wakeUps.Ring(sent.Key);
        }
    }

    // The send has succeeded, whatever becomes of this.
    private async Task ReleaseAsync(Lease lease)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var batch = connection.Batch(lease.Bind(t => t.Release).Planned(mayBeLost: true));
            await batch.ExecuteNonQueryAsync();
            Released(lease);
        }
        catch (Exception e)
        {
            QueueLog.NotHandedBack(log, lease.Messages.Count, lease.Queue, e.Message);
        }
    }

    private Departure Of(IReadOnlyList<OutgoingMessage> messages)
    {
        if (!messages.Any(m => m.IsEvent)) return Departing(messages, []);

        var version = routes.Version; // before the first is matched
        var all = new List<OutgoingMessage>();
        var events = new List<(OutgoingMessage, int)>();
        foreach (var message in messages)
        {
            if (!message.IsEvent)
            {
                all.Add(message);
                continue;
            }

            var delivered = routes.Of(message);
            all.AddRange(delivered);
            events.Add((message, delivered.Count));
        }

        return Departing(all, Archiving.Of(events, version));
    }

    private Departure Departing(IReadOnlyList<OutgoingMessage> messages, IEnumerable<BoundStatement> archived)
    {
        var handOvers = new List<HandOver>();
        return new Departure(messages, [.. archived, .. Sends.Of(messages, HandedOver)], handOvers);

        HandOver? HandedOver(OutgoingMessage[] alike)
        {
            if (wakeUps.TakeOffer(alike[0].Queue, alike.Length, alike[0].Version) is not { } offer) return null;

            handOvers.Add(new HandOver(offer, alike));
            return handOvers[^1];
        }
    }
}
