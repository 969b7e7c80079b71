using System.Diagnostics;
using System.Text.Json;
using Ermine.Benchmarks.Queues.Apps.Shared;
using Npgsql;

namespace Ermine.Benchmarks.Queues.Raw;

/// <summary>Claims a hundred messages above a watermark, reads each, and acknowledges them in the round trip of the next claim.</summary>
/// <remarks>Like Ermine's own, neither waits for the disk: a claim or acknowledgement that a crash forgets means that a message comes again.
/// Plans are pinned, since a queue's table swings between empty and full and its statistics are never right.</remarks>
internal static class RawConsumer
{
    private const int Batch = 100;
    private const int SweepShare = 20;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private const string Settings =
        "-c synchronous_commit=off -c jit=off -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off "
        + "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_sort=off -c enable_material=off";

    public static async Task RunAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Options = Settings, Pooling = false }.ConnectionString);
        await connection.OpenAsync(CancellationToken.None);
        var (held, limit, low) = (new NpgsqlParameter<long[]> { TypedValue = [] }, new NpgsqlParameter<int> { TypedValue = Batch }, new NpgsqlParameter<long>());
        await using var step = new NpgsqlBatch(connection)
        {
            BatchCommands = { new NpgsqlBatchCommand(RawSql.Acknowledge) { Parameters = { held } }, new NpgsqlBatchCommand(RawSql.Claim) { Parameters = { limit, low } } },
        };
        await step.PrepareAsync(CancellationToken.None);
        var (mark, sweptAt, sweepCost) = (0L, Stopwatch.GetTimestamp(), TimeSpan.Zero);
        while (!ct.IsCancellationRequested || held.TypedValue!.Length > 0)
        {
            // What appears below the watermark is found by a sweep from zero, which may take a twentieth of the time.
            var began = Stopwatch.GetTimestamp();
            var sweeps = Stopwatch.GetElapsedTime(sweptAt) > SweepEvery + SweepShare * sweepCost;
            limit.TypedValue = ct.IsCancellationRequested ? 0 : Batch;
            low.TypedValue = sweeps ? 0 : mark;
            held.TypedValue = await StepAsync(step);
            if (sweeps) (sweptAt, sweepCost) = (Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(began));
            if (held.TypedValue.Length > 0) mark = Math.Max(mark, held.TypedValue.Min() - 1);
            else await Task.Delay(2, CancellationToken.None);
        }
    }

    private static async Task<long[]> StepAsync(NpgsqlBatch step)
    {
        var ids = new List<long>(Batch);
        await using var reader = await step.ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            ids.Add(reader.GetInt64(0));
            Tally.Add(JsonSerializer.Deserialize<RawOrder>(reader.GetFieldValue<byte[]>(1), JsonSerializerOptions.Web)!.At);
        }

        return [.. ids];
    }
}
