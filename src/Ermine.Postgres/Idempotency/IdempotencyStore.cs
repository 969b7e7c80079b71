using System.Buffers;
using System.Text;
using System.Text.Json;
using Ermine.Http;
using Ermine.Http.Idempotency;
using Ermine.Kernel;
using Ermine.Postgres.Commits;
using Ermine.Postgres.Statements;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Idempotency;

/// <summary>Keeps answers by idempotency key in the app's database, so that they are recorded with what they are the answers to.</summary>
internal sealed class IdempotencyStore(NpgsqlDataSource source) : IIdempotencyStore
{
    public async ValueTask<IdempotencyClaim> ClaimAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> request, TimeSpan lease, CancellationToken ct)
    {
        var claim = Statement.In("Idempotency/claim.sql").Bind().With("key", key.ToArray()).With("request", request.ToArray()).With("lease", lease);
        try
        {
            return (await source.ReadAsync(claim, Read, ct))[0];
        }
        catch (Exception e) when (CommitFailures.Translate(e, maybeCommitted: false) is { } failure)
        {
            throw failure;
        }
    }

    public void Record(ICommit commit, ReadOnlyMemory<byte> key, long epoch, Func<ValueTask<StoredAnswer>> answer, TimeSpan retention) => ((PostgresCommit)commit).AddLast(async () =>
    {
        var (status, headers, body) = await answer();
        return Statement.In("Idempotency/record.sql").Bind().With("key", key.ToArray()).With("epoch", epoch).With("status", (short)status)
            .With("headers", Text(headers), NpgsqlDbType.Jsonb).With("body", body.ToArray()).With("retention", retention);
    });

    public async ValueTask ReleaseAsync(ReadOnlyMemory<byte> key, long epoch, CancellationToken ct) =>
        await DirectCommit.RunAsync(source, [Statement.In("Idempotency/release.sql").Bind().With("key", key.ToArray()).With("epoch", epoch)], ct);

    private static IdempotencyClaim Read(NpgsqlDataReader reader) => reader.GetString(0) switch
    {
        "claimed" => new(IdempotencyState.Claimed, reader.GetInt64(1)),
        "running" => new(IdempotencyState.Running, Wait: TimeSpan.FromSeconds(reader.GetDouble(5))),
        "done" => new(IdempotencyState.Done, Answer: new StoredAnswer(reader.GetInt16(2), Headers(reader.GetString(3)), reader.GetFieldValue<byte[]>(4))),
        _ => new(IdempotencyState.Mismatch),
    };

    private static string Text(IReadOnlyDictionary<string, string?[]> headers)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, values) in headers)
            {
                json.WriteStartArray(name);
                foreach (var value in values) json.WriteStringValue(value);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static Dictionary<string, string?[]> Headers(string text)
    {
        using var json = JsonDocument.Parse(text);
        return json.RootElement.EnumerateObject().ToDictionary(h => h.Name, h => h.Value.EnumerateArray().Select(v => v.GetString()).ToArray());
    }
}
