using Ermine.Events;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Queues;

/// <summary>Makes of events the messages for their subscribers, at the moment at which they are recorded, and again where the subscriptions had changed by then.</summary>
internal sealed class Departures(NpgsqlDataSource source, EventRoutes routes, ISubscriptionStore store)
{
    private const int MostAttempts = 10;

    /// <summary>Runs a transaction with what messages and events become; again, with fresh subscriptions, where those were changed in between.</summary>
    /// <returns>What left.</returns>
    /// <exception cref="CommitException">Nothing was recorded, or, if it says so, it is not known whether it was.</exception>
    public async Task<Departure> RunAsync(IReadOnlyList<OutgoingMessage> messages, Func<Departure, Task> record, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (routes.Version < 0 && messages.Any(m => m.IsEvent)) routes.Load(await store.LoadAsync(ct));
            var departure = Of(messages);
            try
            {
                await record(departure);
                return departure;
            }
            catch (CommitException e) when (attempt < MostAttempts && CommitFailures.IsOfSubscriptions(e))
            {
                routes.Load(await store.LoadAsync(ct));
            }
        }
    }

    /// <summary>What messages and events become, by the subscriptions of now: for a transaction that cannot be run again.</summary>
    public async Task<Departure> FreshAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct)
    {
        if (messages.Any(m => m.IsEvent) && (await source.ReadAsync(Statement.In("Queues/subscriptions_version.sql").Bind(), r => r.GetInt64(0), ct))[0] != routes.Version)
            routes.Load(await store.LoadAsync(ct));
        return Of(messages);
    }

    private Departure Of(IReadOnlyList<OutgoingMessage> messages)
    {
        if (!messages.Any(m => m.IsEvent)) return new Departure(messages, [], 0);

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

        return new Departure(all, events, version);
    }
}
