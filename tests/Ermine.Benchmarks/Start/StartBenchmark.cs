using Ermine.Postgres.Development;

namespace Ermine.Benchmarks.Start;

/// <summary>How soon an app is there, beside a bare minimal API with Marten: the server runs, the schema is present.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const int Rounds = 15;
    private const double AtMost = 1.15;

    public string Name => "start";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        await using var server = await DevelopmentServer.AcquireAsync(Checkout.Root, Console.Error.WriteLine, ct);
        var ermineDatabase = await server.ConnectionStringForAsync("bench_start_ermine", ct);
        var bareDatabase = await server.ConnectionStringForAsync("bench_start_bare", ct);
        var ermine = new List<StartTimes>();
        var bare = new List<StartTimes>();
        for (var round = 0; round <= Rounds; round++)
        {
            var ofBare = await StartingApp.MeasureAsync("BareStart", bareDatabase, ct);
            var ofErmine = await StartingApp.MeasureAsync("ErmineStart", ermineDatabase, ct);
            if (round == 0) continue; // makes the schemas
            bare.Add(ofBare);
            ermine.Add(ofErmine);
        }

        return new BenchmarkReport(Name, [Row("ready", t => t.Ready), Row("first response", t => t.Response), Row("first committed write", t => t.Write)]);

        BenchmarkRow Row(string what, Func<StartTimes, double> of)
        {
            var (ours, theirs) = (ermine.Select(of).Median(), bare.Select(of).Median());
            return new BenchmarkRow(what, ours / theirs, "times bare", AtMost, $"{ours:0} ms to {theirs:0} ms");
        }
    }
}
