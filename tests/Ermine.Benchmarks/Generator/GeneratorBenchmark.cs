using System.Globalization;
using Ermine.Generator;

namespace Ermine.Benchmarks.Generator;

/// <summary>What the generator costs while one types, beside what finding the functions costs by itself, in one run and in turns.</summary>
internal sealed class GeneratorBenchmark : IBenchmark
{
    private const int ColdRounds = 5;
    private const int Rounds = 31;

    public string Name => "generator";

    public Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        var files = ThousandFunctions.Files.ToArray();
        Cold(files); // the first run is the just-in-time compiler's
        var rows = new List<BenchmarkRow> { Row("cold", [.. Enumerable.Range(0, ColdRounds).Select(_ => Cold(files))], null) };

        var floor = new DriverChain(new FloorGenerator(), files);
        var ours = new DriverChain(new ErmineGenerator(), files);
        floor.Run();
        ours.Run();
        foreach (var edit in ThousandFunctions.Edits)
        {
            var times = new List<(double Floor, double Ours)>();
            for (var round = -2; round < Rounds; round++)
            {
                ct.ThrowIfCancellationRequested();
                var file = edit.File(round + 2);
                floor.Edit(file);
                ours.Edit(file);
                var measured = InTurns(floor, ours, floorFirst: round % 2 == 0);
                if (round >= 0) times.Add(measured);
            }

            rows.Add(Row(edit.Name, times, atMost: 1.2));
        }

        return Task.FromResult(new BenchmarkReport(Name, rows));
    }

    private static (double Floor, double Ours) Cold((string, string)[] files) =>
        InTurns(new DriverChain(new FloorGenerator(), files), new DriverChain(new ErmineGenerator(), files), floorFirst: true);

    private static (double Floor, double Ours) InTurns(DriverChain floor, DriverChain ours, bool floorFirst)
    {
        var first = (floorFirst ? floor : ours).Run();
        var second = (floorFirst ? ours : floor).Run();
        return floorFirst ? (first, second) : (second, first);
    }

    private static BenchmarkRow Row(string what, IReadOnlyList<(double Floor, double Ours)> times, double? atMost)
    {
        var (floor, ours) = (times.Select(t => t.Floor).Median(), times.Select(t => t.Ours).Median());
        return new BenchmarkRow($"{what}: of the floor", Math.Round(ours / floor, 3), "times", atMost, string.Create(CultureInfo.InvariantCulture, $"{ours:0.0} ms of thread time, floor {floor:0.0} ms, median of {times.Count}"));
    }
}
