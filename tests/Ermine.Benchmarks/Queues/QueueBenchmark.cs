using Ermine.Benchmarks.Queues.Rows;

namespace Ermine.Benchmarks.Queues;

/// <summary>Queues through Ermine's public interface, beside other products and bare Npgsql, on one PostgreSQL whose commits are durable.</summary>
/// <remarks>Everything runs in processes of its own, one after the other, in rounds; what is compared are medians over the rounds. On a
/// machine that others use, read the processor time of a message beside each rate.</remarks>
internal sealed class QueueBenchmark(IReadOnlyList<string> words) : IBenchmark
{
    public string Name => "queues";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        var options = QueueOptions.Parse(words);
        var peers = await Subjects.PeersAsync(options, ct);
        IQueueRow[] all = [new SendRow(peers), new DrainRow(peers), new WriteRow(peers), new LatencyRow(peers), new DepthRow(), new HoldRow(options.HoldSeconds), new IdleRow(), new RunRow(), new EventRow()];
        var rows = all.Where(row => options.Has(row.Name)).ToArray();
        if (options.Rows.Except(all.Select(row => row.Name)).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"There is no row '{unknown}'; there are {string.Join(", ", all.Select(row => row.Name))}.");

        await using var server = await DurableServer.StartAsync(ct);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var row in rows)
            {
                Console.Error.WriteLine($"round {round + 1} of {options.Rounds}: {row.Name}");
                await row.MeasureAsync(server, round, ct);
            }
        }

        return new BenchmarkReport(Name, [.. rows.SelectMany(row => row.Rows())]);
    }
}
