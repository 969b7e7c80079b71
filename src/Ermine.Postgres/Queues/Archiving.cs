using Ermine.Kernel;
using Ermine.Postgres.Statements;
using NpgsqlTypes;

namespace Ermine.Postgres.Queues;

/// <summary>Turns events into rows of the archive: those of one bus that leave together are one, unless they are many or large.</summary>
internal static class Archiving
{
    private const int MostEvents = 1_000; // a position is that of the row times this, and the place in it
    private const int MostBytes = 1_048_576;

    /// <param name="events">The events, and how many subscribers each has.</param>
    /// <param name="version">Which subscriptions they were matched with: the statements are refused where those are no longer the subscriptions.</param>
    public static IEnumerable<BoundStatement> Of(IReadOnlyList<(OutgoingMessage Event, int Subscribers)> events, long version)
    {
        var rows = events.GroupBy(e => e.Event.Queue).SelectMany(Rows).ToList();
        return events.Any(e => e.Event.DeduplicationKey is not null) ? [Keyed(rows, version)] : rows.Select(row => Plain(row, version));
    }

    private static IEnumerable<List<(OutgoingMessage Event, int Subscribers)>> Rows(IEnumerable<(OutgoingMessage Event, int Subscribers)> ofBus)
    {
        var row = new List<(OutgoingMessage Event, int Subscribers)>();
        var bytes = 0;
        foreach (var one in ofBus)
        {
            if (row.Count == MostEvents || (row.Count > 0 && bytes + one.Event.Payload.Length > MostBytes))
            {
                yield return row;
                (row, bytes) = ([], 0);
            }

            row.Add(one);
            bytes += one.Event.Payload.Length;
        }

        yield return row;
    }

    private static BoundStatement Plain(List<(OutgoingMessage Event, int Subscribers)> row, long version) =>
        Events(Statement.In("Queues/archive_events.sql"), [.. row], version).With("bus", row[0].Event.Queue);

    // All at once, since keys are taken in their order.
    private static BoundStatement Keyed(List<List<(OutgoingMessage Event, int Subscribers)>> rows, long version)
    {
        (OutgoingMessage Event, int Subscribers)[] all = [.. rows.SelectMany(row => row)];
        return Events(Statement.In("Queues/archive_keyed_events.sql"), all, version)
            .With("buses", Array.ConvertAll(all, e => e.Event.Queue))
            .With("batches", rows.SelectMany((row, batch) => Enumerable.Repeat(batch, row.Count)).ToArray())
            .With("keys", Array.ConvertAll(all, e => e.Event.DeduplicationKey), NpgsqlDbType.Array | NpgsqlDbType.Text)
            .With("windows", Array.ConvertAll(all, e => e.Event.DeduplicationWindow));
    }

    private static BoundStatement Events(Statement statement, (OutgoingMessage Event, int Subscribers)[] all, long version) => statement.Bind()
        .With("version", version)
        .With("subscribers", Array.ConvertAll(all, e => (short)Math.Min(e.Subscribers, short.MaxValue)))
        .With("headers", Array.Exists(all, e => e.Event.Headers is { Count: > 0 }) ? Array.ConvertAll(all, e => Headers.Write(e.Event.Headers)) : null, NpgsqlDbType.Array | NpgsqlDbType.Jsonb)
        .With("bodies", Array.ConvertAll(all, e => e.Event.Payload.ToArray()));
}
