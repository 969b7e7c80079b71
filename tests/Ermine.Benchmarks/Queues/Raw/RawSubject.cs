using System.Text;
using Ermine.Benchmarks.Queues.Apps.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Benchmarks.Queues.Raw;

/// <summary>What Npgsql and PostgreSQL can do without a product between them: one INSERT for a message, and claims of a hundred by four consumers.</summary>
internal sealed class RawSubject(string connectionString) : ISubject
{
    /// <summary>The word on the command line that makes this program the raw queue.</summary>
    public const string Word = "raw-queue";

    private const int Senders = 16;
    private const int Consumers = 4;

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);
    private readonly CancellationTokenSource _stop = new();
    private readonly NpgsqlCommand[] _inserts = new NpgsqlCommand[Senders];
    private Task _consuming = Task.CompletedTask;

    public async Task StartAsync(bool receives, CancellationToken ct)
    {
        await using (var create = _source.CreateCommand(RawSql.Create)) await create.ExecuteNonQueryAsync(ct);
        for (var i = 0; i < Senders; i++)
        {
            _inserts[i] = new NpgsqlCommand(RawSql.Insert, await _source.OpenConnectionAsync(ct)) { Parameters = { new NpgsqlParameter<byte[]> { TypedValue = [] } } };
            await _inserts[i].PrepareAsync(ct);
        }

        if (receives) _consuming = Task.WhenAll(Enumerable.Range(0, Consumers).Select(_ => Task.Run(() => RawConsumer.RunAsync(connectionString, _stop.Token), ct)));
    }

    public Task SendAsync(int caller, long at, CancellationToken ct)
    {
        ((NpgsqlParameter<byte[]>)_inserts[caller].Parameters[0]).TypedValue = Payload(at);
        return _inserts[caller].ExecuteNonQueryAsync(ct);
    }

    public async Task FillAsync(int count, CancellationToken ct)
    {
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var copy = await connection.BeginBinaryImportAsync(RawSql.Fill, ct);
        for (var i = 0; i < count; i++)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(Payload(System.Diagnostics.Stopwatch.GetTimestamp()), NpgsqlDbType.Bytea, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _consuming;
        await _source.DisposeAsync();
    }

    private static byte[] Payload(long at) => Encoding.ASCII.GetBytes($$"""{"at":{{at}},"kind":"{{Pad.Kind}}","pad":"{{Pad.For(at)}}"}""");
}
