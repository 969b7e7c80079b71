using Ermine.Postgres.Development;

namespace Ermine.Benchmarks.Start;

/// <summary>How soon an app is there, beside a bare minimal API with Marten: the server runs, the schema is present.</summary>
/// <remarks>The bare app is ready without having opened a connection: its first request connects, and has Marten look at the tables. An Ermine app
/// has done both, and has checked its own schema, when it says that it is ready. So <c>ready</c> compares an app that would serve errors with
/// one that would not have started, and <c>ready, schema checked</c> gives the bare app the one line by which Marten applies its schema at
/// start. The first response and the first write are the same for all, and beside the bare app that does nothing early.</remarks>
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
        var checkedBare = new List<StartTimes>();
        for (var round = 0; round <= Rounds; round++)
        {
            var ofBare = await StartingApp.MeasureAsync("BareStart", bareDatabase, ct);
            var ofChecked = await StartingApp.MeasureAsync("BareStart", bareDatabase, ct, "--ChecksSchema=true");
            var ofErmine = await StartingApp.MeasureAsync("ErmineStart", ermineDatabase, ct);
            if (round == 0) continue; // makes the schemas
            bare.Add(ofBare);
            checkedBare.Add(ofChecked);
            ermine.Add(ofErmine);
        }

        return new BenchmarkReport(Name,
        [
            Row("ready", bare, t => t.Ready),
            Row("ready, schema checked", checkedBare, t => t.Ready),
            Row("first response", bare, t => t.Response),
            Row("first committed write", bare, t => t.Write),
        ]);

        BenchmarkRow Row(string what, List<StartTimes> other, Func<StartTimes, double> of)
        {
            var (ours, theirs) = (ermine.Select(of).Median(), other.Select(of).Median());
            return new BenchmarkRow(what, ours / theirs, "times bare", AtMost, $"{ours:0} ms to {theirs:0} ms");
        }
    }
}
