using Ermine.Kernel;
using Ermine.Postgres.Statements;
using NpgsqlTypes;

namespace Ermine.Postgres.Queues;

/// <summary>What leaves in one transaction: messages, and events with the messages that they became for their subscribers.</summary>
/// <param name="Messages">The messages, those of events among them.</param>
/// <param name="Events">The events, and how many subscribers each has.</param>
/// <param name="Version">Which subscriptions they were matched with.</param>
internal sealed record Departure(IReadOnlyList<OutgoingMessage> Messages, IReadOnlyList<(OutgoingMessage Event, int Subscribers)> Events, long Version)
{
    /// <summary>What records it. The check of the subscriptions comes first, so that nothing is written for nothing.</summary>
    public IEnumerable<BoundStatement> Statements() => Events.Count == 0 ? Sends.Of(Messages) : [Check(), Archive(), .. Sends.Of(Messages)];

    private BoundStatement Check() => Statement.In("Queues/check_subscriptions.sql").Bind().With("version", Version);

    private BoundStatement Archive()
    {
        (OutgoingMessage Event, int Subscribers)[] all = [.. Events];
        return Statement.In("Queues/archive_events.sql").Bind()
            .With("buses", Array.ConvertAll(all, e => e.Event.Queue))
            .With("subscribers", Array.ConvertAll(all, e => (short)Math.Min(e.Subscribers, short.MaxValue)))
            .With("headers", Array.ConvertAll(all, e => Headers.Write(e.Event.Headers)), NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
            .With("bodies", Array.ConvertAll(all, e => e.Event.Payload.ToArray()))
            .With("keys", Array.ConvertAll(all, e => e.Event.DeduplicationKey), NpgsqlDbType.Array | NpgsqlDbType.Text)
            .With("windows", Array.ConvertAll(all, e => e.Event.DeduplicationWindow));
    }
}
