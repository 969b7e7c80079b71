using System.Text;
using System.Text.Json;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Ermine.Queues;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Queues;

/// <summary>Dead letters in PostgreSQL: one table for each queue.</summary>
internal sealed class DeadLetters(NpgsqlDataSource source, WakeUps wakeUps, IIdentityCarrier? carrier = null) : IDeadLetters
{
    private const int Most = 1_000;

    public Task<IReadOnlyList<DeadLetterGroup>> GroupsAsync(string queue, CancellationToken ct = default) => ReadAsync(
        queue, QueueTables.Of(queue).DeadGroups.Bind(), reader => new DeadLetterGroup(
            Text(reader, 0), reader.GetInt64(1), Text(reader, 2), Text(reader, 3), reader.GetString(4), reader.GetFieldValue<DateTimeOffset>(5), reader.GetFieldValue<DateTimeOffset>(6)), ct);

    public Task<IReadOnlyList<DeadLetter>> ListAsync(string queue, DeadLetterFilter filter, CancellationToken ct = default) =>
        ReadAsync(queue, Fitting(QueueTables.Of(queue).DeadList, filter).With("whole", false), reader => Letter(queue, reader), ct);

    public async Task<DeadLetter?> PeekAsync(string queue, long id, CancellationToken ct = default) =>
        (await ReadAsync(queue, Fitting(QueueTables.Of(queue).DeadList, new DeadLetterFilter { Id = id }).With("whole", true), reader => Letter(queue, reader), ct)).SingleOrDefault();

    public async Task<bool> EditAsync(string queue, long id, string payload, CancellationToken ct = default)
    {
        var after = Checked(payload);
        var found = await ReadAsync(queue, Fitting(QueueTables.Of(queue).DeadList, new DeadLetterFilter { Id = id }).With("whole", true), reader => (Headers: HeadersOf(reader), Before: reader.GetFieldValue<byte[]>(11)), ct);
        if (found.Count == 0) return false;

        var headers = carrier is null ? found[0].Headers : carrier.Renew(found[0].Headers, (queue, found[0].Before), (queue, after)); // who sent it signed another body
        var edit = QueueTables.Of(queue).DeadEdit.Bind().With("payload", after).With("headers", Headers.Write(headers), NpgsqlDbType.Jsonb).With("id", id);
        return (await ReadAsync(queue, edit, reader => reader.GetInt64(0), ct)).Count > 0;
    }

    public async Task<int> RedriveAsync(string queue, DeadLetterFilter filter, Rate? rate = null, CancellationToken ct = default)
    {
        var apart = rate is { } r ? TimeSpan.FromSeconds(1 / r.PerSecond) : TimeSpan.Zero;
        var redriven = (await ReadAsync(queue, Fitting(QueueTables.Of(queue).DeadRedrive, filter).With("apart", apart).With("queue", queue), reader => reader.GetInt32(0), ct))[0];
        wakeUps.Ring(queue);
        return redriven;
    }

    public async Task<int> DiscardAsync(string queue, DeadLetterFilter filter, CancellationToken ct = default) =>
        (await ReadAsync(queue, Fitting(QueueTables.Of(queue).DeadDiscard, filter), reader => reader.GetInt32(0), ct))[0];

    private static BoundStatement Fitting(Statement statement, DeadLetterFilter filter) => filter.Limit is > 0 and <= Most
        ? statement.Bind().With("after", filter.After).With("id", filter.Id, NpgsqlDbType.Bigint).With("fingerprint", filter.Fingerprint, NpgsqlDbType.Text)
            .With("before", filter.Before?.ToUniversalTime(), NpgsqlDbType.TimestampTz).With("since", filter.Since?.ToUniversalTime(), NpgsqlDbType.TimestampTz).With("limit", filter.Limit)
        : throw new ArgumentException($"The limit is {filter.Limit}; it is from 1 to {Most:N0}.", nameof(filter));

    private static byte[] Checked(string payload)
    {
        var json = Encoding.UTF8.GetBytes(payload);
        if (json.Length > PayloadSerializer.MaxBytes) throw new PayloadException($"The body has {json.Length:N0} bytes and at most {PayloadSerializer.MaxBytes:N0} are allowed.");
        try
        {
            using var read = JsonDocument.Parse(json);
            return json;
        }
        catch (JsonException e)
        {
            throw new PayloadException($"The body is no JSON: see line {e.LineNumber + 1}, byte {e.BytePositionInLine}.");
        }
    }

    private static DeadLetter Letter(string queue, NpgsqlDataReader reader)
    {
        var headers = HeadersOf(reader);
        return new DeadLetter(
            reader.GetInt64(0), queue, reader.GetString(1), Text(reader, 2), Text(reader, 3), Text(reader, 4), reader.GetInt16(5),
            reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7), headers?.GetValueOrDefault(Message.TraceParent), Text(reader, 9))
        {
            Detail = Text(reader, 10),
            Payload = reader.IsDBNull(11) ? null : Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(11)),
        };
    }

    private static IReadOnlyDictionary<string, string>? HeadersOf(NpgsqlDataReader reader) => reader.IsDBNull(8) ? null : Headers.Read(reader.GetString(8));

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string queue, BoundStatement statement, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        try
        {
            return await source.ReadAsync(statement, read, ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new ArgumentException($"There is no queue '{queue}'.", nameof(queue), e);
        }
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
