using System.Data;
using Npgsql;

namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>Sending and handling go on while another connection holds a snapshot, so that nothing that was handled can be cleared away.</summary>
internal sealed class HoldRow(int seconds) : IQueueRow
{
    private const int Depth = 2_000;
    private const string First = "the first 5 s";
    private const string Last = "the last 5 s";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Rounds _rounds = new();

    public string Name => "hold";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        await using var database = await server.CreateDatabaseAsync(ct);
        await using var process = SubjectProcess.Start(Subjects.Ermine, database, "churn", $"{Depth}", "--Ermine:Run:0=orders.take");
        await process.ExpectAsync("began", ct);
        await Task.Delay(WarmUp, ct);

        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using (var look = new NpgsqlCommand("select 1", connection, transaction)) await look.ExecuteScalarAsync(ct); // the first statement takes the snapshot
        _rounds.Add(First, await Meter.WindowAsync(process, server, Window, ct));
        await Task.Delay(TimeSpan.FromSeconds(Math.Max(0, seconds - 2 * Window.TotalSeconds)), ct);
        _rounds.Add(Last, await Meter.WindowAsync(process, server, Window, ct));
        await transaction.RollbackAsync(ct);
    }

    public IEnumerable<BenchmarkRow> Rows() => [_rounds.Ratio($"drain under a snapshot of {seconds} s", Last, First, 0.8)];
}
