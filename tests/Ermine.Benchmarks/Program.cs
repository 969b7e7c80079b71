using Ermine.Benchmarks;
using Ermine.Benchmarks.Dispatch;
using Ermine.Benchmarks.Generator;
using Ermine.Benchmarks.Http;

if (args is [LoadProcess.Word]) return await LoadClient.RunAsync();

// all | the names of benchmarks. A target that is missed ends with exit code 1, after every benchmark has run.
IBenchmark[] benchmarks = [new DispatchBenchmark(), new GeneratorBenchmark(), new HttpBenchmark()];
var asked = args is [] or ["all"] ? benchmarks : [.. benchmarks.Where(b => args.Contains(b.Name))];
if (asked.Length == 0)
{
    Console.Error.WriteLine($"There is no benchmark '{string.Join(' ', args)}'; there are all, {string.Join(", ", benchmarks.Select(b => b.Name))}.");
    return 2;
}

var isMet = true;
foreach (var benchmark in asked)
{
    var report = await benchmark.RunAsync(CancellationToken.None);
    await ReportWriter.WriteAsync(report, CancellationToken.None);
    isMet &= report.MeetsTargets;
}

return isMet ? 0 : 1;
