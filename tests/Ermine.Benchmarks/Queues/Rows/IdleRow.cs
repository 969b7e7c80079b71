using System.Text.RegularExpressions;

namespace Ermine.Benchmarks.Queues.Rows;

/// <summary>A node with five queues and nothing to do.</summary>
/// <remarks>The server logs every statement of this node's connections, and its log is counted: what a transaction or a batch holds counts one by one.</remarks>
internal sealed partial class IdleRow : IQueueRow
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60); // what is called once a second is compiled for the second time after half a minute
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(20);

    private readonly List<double> _statements = [];
    private readonly List<double> _shares = [];

    public string Name => "idle";

    public async Task MeasureAsync(DurableServer server, int round, CancellationToken ct)
    {
        await using var database = await server.CreateDatabaseAsync(ct, "-c log_statement=all");
        await using var process = SubjectProcess.Start(Subjects.Ermine, database, "idle");
        await process.ExpectAsync("began", ct);
        await Task.Delay(WarmUp, ct);

        var meter = new Meter(process, server);
        var before = await CountAsync(server, ct);
        await Task.Delay(Window, ct);
        _statements.Add((await CountAsync(server, ct) - before) / meter.Elapsed.TotalSeconds);
        _shares.Add(100 * meter.ClientShare);
        Console.Error.WriteLine(FormattableString.Invariant($"  idle: {_statements[^1]:0.0} statements/s, {_shares[^1]:0.0} % of a core"));
    }

    public IEnumerable<BenchmarkRow> Rows() =>
    [
        new("an idle node of five queues: statements", _statements.Median(), "a second", 2, $"median of {_statements.Count}"),
        new("an idle node of five queues: processor", _shares.Median(), "% of 1 core", 1),
    ];

    private static async Task<int> CountAsync(DurableServer server, CancellationToken ct)
    {
        await using var file = new FileStream(server.Log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return Logged().Count(await new StreamReader(file).ReadToEndAsync(ct));
    }

    [GeneratedRegex("LOG:  (execute|statement)")]
    private static partial Regex Logged();
}
