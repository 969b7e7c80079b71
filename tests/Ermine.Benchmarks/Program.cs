using System.Runtime.InteropServices;
using Ermine.Benchmarks;
using Ermine.Benchmarks.Calls;
using Ermine.Benchmarks.Dispatch;
using Ermine.Benchmarks.Events;
using Ermine.Benchmarks.Generator;
using Ermine.Benchmarks.Http;
using Ermine.Benchmarks.Http.Rest;
using Ermine.Benchmarks.Queues;
using Ermine.Benchmarks.Queues.Apps.Shared;
using Ermine.Benchmarks.Queues.Raw;
using Ermine.Benchmarks.Schedules;
using Ermine.Benchmarks.Start;

if (args is [LoadProcess.Word]) return await LoadClient.RunAsync();
if (args is [RawSubject.Word, .. var role]) return await Role.RunAsync(role, new RawSubject(Environment.GetEnvironmentVariable("QUEUE_DATABASE")!));

// What a benchmark started it also stops, before the process goes.
using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

// all | the names of benchmarks, then options of those that have any. A target that is missed ends with exit code 1, after every benchmark has run.
IBenchmark[] benchmarks = [new DispatchBenchmark(), new GeneratorBenchmark(), new HttpBenchmark(), new RestBenchmark([.. args.Where(IsOption)]), new CallBenchmark(), new StartBenchmark(), new QueueBenchmark([.. args.Where(IsOption)]), new ScheduleBenchmark([.. args.Where(IsOption)]), new EventBenchmark([.. args.Where(IsOption)])];
string[] names = [.. args.Where(a => !IsOption(a))];
var asked = names is [] or ["all"] ? benchmarks : [.. benchmarks.Where(b => names.Contains(b.Name))];
if (asked.Length == 0)
{
    Console.Error.WriteLine($"There is no benchmark '{string.Join(' ', names)}'; there are all, {string.Join(", ", benchmarks.Select(b => b.Name))}.");
    return 2;
}

var isMet = true;
try
{
    foreach (var benchmark in asked)
    {
        var report = await benchmark.RunAsync(stopping.Token);
        await ReportWriter.WriteAsync(report, stopping.Token);
        isMet &= report.MeetsTargets;
    }
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130; // as a shell says of what was interrupted
}
catch (ArgumentException e) when (e.ParamName is null) // an option that is none, of which the benchmark says which there are
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

return isMet ? 0 : 1;

static bool IsOption(string word) => word.StartsWith("--", StringComparison.Ordinal);

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}
