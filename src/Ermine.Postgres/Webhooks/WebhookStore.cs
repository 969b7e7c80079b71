using System.Text;
using Ermine.Kernel;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Statements;
using Ermine.Queues;
using Ermine.Webhooks.Sending;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Webhooks;

/// <summary>Destinations and deliveries in PostgreSQL. A destination, its queue and its subscription to the bus are one change: what is published after it goes by it.</summary>
internal sealed class WebhookStore(NpgsqlDataSource source, IDeadLetters letters) : IWebhookStore
{
    private const int MostTidied = 10_000;
    private const int MostArchived = 1_000;
    private const long MostDeliveries = 1_000_000;

    private static readonly TimeSpan Around = TimeSpan.FromSeconds(10); // an event and its messages are written at moments of one transaction

    public async Task<StoredDestinations> LoadAsync(CancellationToken ct)
    {
        var rows = await source.ReadAsync(Statement.In("Webhooks/load.sql").Bind(), r => (Version: r.GetInt64(0), Destination: r.IsDBNull(1) ? null : Destination(r)), ct);
        return new StoredDestinations(rows[0].Version, [.. rows.Select(r => r.Destination).OfType<StoredDestination>()]);
    }

    public async Task<long> VersionAsync(CancellationToken ct) => (await source.ReadAsync(Statement.In("Webhooks/version.sql").Bind(), r => r.GetInt64(0), ct))[0];

    public Task UpsertAsync(WebhookDestination destination, bool isDeclared, string newSecret, ICommit? commit, CancellationToken ct)
    {
        string[] secrets = [.. new[] { destination.Secret, destination.FormerSecret }.OfType<string>()];
        return ChangeAsync(Statement.In("Webhooks/upsert.sql").Bind()
            .With("name", destination.Name).With("url", destination.Url).With("bus", destination.Bus).With("pattern", destination.Pattern)
            .With("format", destination.Format.ToString()).With("max_rate", destination.MaxRate ?? "").With("secrets", secrets)
            .With("new_secret", newSecret).With("declared", isDeclared), commit, ct);
    }

    public Task RemoveAsync(string name, ICommit? commit, CancellationToken ct) => ChangeAsync(Statement.In("Webhooks/remove.sql").Bind().With("name", name), commit, ct);

    public Task SwitchAsync(string name, string? disabled, ICommit? commit, CancellationToken ct) =>
        ChangeAsync(Statement.In("Webhooks/switch.sql").Bind().With("name", name).With("disabled", disabled ?? ""), commit, ct);

    public Task RotateAsync(string name, string secret, TimeSpan formerKept, ICommit? commit, CancellationToken ct) =>
        ChangeAsync(Statement.In("Webhooks/rotate.sql").Bind().With("name", name).With("secret", secret).With("kept", formerKept), commit, ct);

    public Task RecordAsync(WebhookDelivery delivery, CancellationToken ct) => source.ReadAsync(
        Statement.In("Webhooks/record.sql").Bind()
            .With("destination", delivery.Destination).With("event_id", delivery.EventId).With("message", delivery.Message).With("published_at", delivery.PublishedAt.ToUniversalTime())
            .With("attempt", (short)delivery.Attempt).With("at", delivery.At.ToUniversalTime()).With("duration_ms", delivery.Milliseconds)
            .With("status", (short?)delivery.Status, NpgsqlDbType.Smallint).With("error", delivery.Error, NpgsqlDbType.Text).With("next_at", delivery.NextAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz),
        _ => 0, ct);

    public Task<IReadOnlyList<WebhookDelivery>> ListAsync(string destination, WebhookDeliveryFilter filter, CancellationToken ct) => source.ReadAsync(
        Statement.In("Webhooks/list.sql").Bind()
            .With("destination", destination).With("before", filter.Before).With("id", filter.Id, NpgsqlDbType.Bigint).With("event_id", filter.EventId, NpgsqlDbType.Text)
            .With("failed", filter.Failed).With("limit", filter.Limit),
        Delivery, ct);

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> ArchivedAsync(string bus, string eventId, DateTimeOffset publishedAt, CancellationToken ct)
    {
        var isPlain = eventId.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && !eventId.StartsWith("evt_", StringComparison.Ordinal); // else it is not written so in the event
        return await source.ReadAsync(
            Statement.In("Webhooks/archived.sql").Bind().With("bus", bus).With("from", (publishedAt - Around).ToUniversalTime()).With("until", (publishedAt + Around).ToUniversalTime())
                .With("id", Encoding.ASCII.GetBytes(isPlain ? eventId : "")).With("limit", MostArchived),
            r => (ReadOnlyMemory<byte>)r.GetFieldValue<byte[]>(0), ct);
    }

    public async Task<int> RedriveAsync(string queue, long? message, DateTimeOffset? since, CancellationToken ct)
    {
        var (filter, all) = (new DeadLetterFilter { Id = message, Since = since }, 0);
        while (true)
        {
            var some = await letters.RedriveAsync(queue, filter, ct: ct);
            all += some;
            if (some < filter.Limit) return all;
        }
    }

    public async Task TidyAsync(IReadOnlyList<string> declared, TimeSpan deliveriesKept, TimeSpan destinationsKept, CancellationToken ct)
    {
        await source.ReadAsync(Statement.In("Webhooks/see.sql").Bind().With("names", declared.ToArray()), _ => 0, ct);
        var tidy = () => Statement.In("Webhooks/tidy_deliveries.sql").Bind().With("kept", deliveriesKept).With("most", MostDeliveries).With("limit", MostTidied);
        while ((await source.ReadAsync(tidy(), r => r.GetInt32(0), ct))[0] == MostTidied)
        {
        }

        await source.ReadAsync(Statement.In("Webhooks/tidy_destinations.sql").Bind().With("kept", destinationsKept), r => r.GetInt32(0), ct);
    }

    private async Task ChangeAsync(BoundStatement statement, ICommit? commit, CancellationToken ct)
    {
        if (commit is PostgresCommit joined) joined.Add(statement, static () => { });
        else await DirectCommit.RunAsync(source, [statement], ct);
    }

    private static StoredDestination Destination(NpgsqlDataReader row) => new(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetFieldValue<string[]>(6))
    {
        MaxRate = row.IsDBNull(5) ? null : row.GetString(5),
        FormerUntil = row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
        IsDeclared = row.GetBoolean(8),
        DisabledAt = row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
        DisabledReason = row.IsDBNull(10) ? null : row.GetString(10),
        Format = Enum.TryParse<WebhookFormat>(row.GetString(11), out var format) ? format : null,
    };

    private static WebhookDelivery Delivery(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt16(3), row.GetFieldValue<DateTimeOffset>(4), row.GetInt32(5))
    {
        Status = row.IsDBNull(6) ? null : row.GetInt16(6),
        Error = row.IsDBNull(7) ? null : row.GetString(7),
        NextAt = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
        Message = row.GetInt64(9),
        PublishedAt = row.GetFieldValue<DateTimeOffset>(10),
    };
}
