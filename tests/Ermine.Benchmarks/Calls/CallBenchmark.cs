using System.Diagnostics;
using Ermine.Benchmarks.Http;
using Ermine.Functions;
using Ermine.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Benchmarks.Calls;

/// <summary>Calls of functions on demand: from code, beside calling the method itself, in processor time of all threads; and over HTTP, beside a hand-written endpoint that takes
/// the same bytes and answers the same.</summary>
internal sealed class CallBenchmark : IBenchmark
{
    private const int Calls = 300_000;
    private const int Rounds = 9;

    private static readonly CallShape[] Shapes =
    [
        new("static, completing at once", static f => f.CallAsync<long>(nameof(AddAsync), [3, 4L], default), static () => Work.AddAsync(3, 4)),
        new("static, really waiting", static f => f.CallAsync<long>(nameof(AddLaterAsync), [3, 4L], default), static () => Work.AddLaterAsync(3, 4)),
        new("instance with a service", static f => f.CallAsync<long>(nameof(AddWithServiceAsync), [3, 4L], default), static () => new Work(TimeProvider.System).AddWithServiceAsync(3, 4)),
    ];

    public string Name => "calls";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        var rows = new List<BenchmarkRow>();
        using (var host = Host())
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var functions = scope.ServiceProvider.GetRequiredService<IFunctions>();
            foreach (var shape in Shapes)
            {
                var direct = await MedianAsync(shape.Direct, ct);
                var called = await MedianAsync(() => shape.Call(functions), ct);
                rows.Add(new BenchmarkRow($"{shape.Name}: over the call", called.Processor - direct.Processor, "ns", 1_000,
                    $"processor time: directly {direct.Processor:0} ns, called {called.Processor:0} ns; by the clock {direct.Clock:0} ns and {called.Clock:0} ns, which other work on the machine stretches"));
                rows.Add(new BenchmarkRow($"{shape.Name}: allocated", called.Bytes - direct.Bytes, "bytes"));
            }
        }

        return new BenchmarkReport(Name, [.. rows, .. await HttpComparison.RowsAsync(["call"], ct)]);
    }

    private static IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        var catalog = new FunctionCatalog();
        Add(catalog, AddAsync);
        Add(catalog, AddLaterAsync);
        Add(catalog, AddWithServiceAsync);
        KernelProvider.AddTo(builder, catalog);
        FunctionProvider.AddTo(builder, catalog);
        return builder.Build();
    }

    private static void Add(FunctionCatalog catalog, FunctionHandler handler) =>
        catalog.Add(handler.Method.Name, new FunctionAttribute(), new OnDemandAttribute(), null, InputShape.Arguments, handler);

    private static async Task<(double Processor, double Clock, double Bytes)> MedianAsync(Func<Task<long>> call, CancellationToken ct)
    {
        var (processor, clock, bytes) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            var used = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++)
            {
                if (await call() != 7) throw new InvalidOperationException("The function answered something else.");
            }

            var took = Stopwatch.GetElapsedTime(start);
            if (round < 0) continue;
            clock.Add(took.TotalNanoseconds / Calls);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalNanoseconds / Calls);
            bytes.Add(Math.Round((GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)Calls, 1));
        }

        return (processor.Median(), clock.Median(), bytes.Median());
    }

    // What the generator emits for these shapes.
    private static async ValueTask<Outcome> AddAsync(Invocation invocation, CancellationToken ct)
    {
        var arguments = Arguments.Of(invocation);
        var left = arguments.Get<int>("left", 0);
        var right = arguments.Get<long>("right", 1);
        if (arguments.AreBad) return arguments.Reject();

        arguments.Return(await Work.AddAsync(left, right));
        return Outcome.Completed;
    }

    private static async ValueTask<Outcome> AddLaterAsync(Invocation invocation, CancellationToken ct)
    {
        var arguments = Arguments.Of(invocation);
        var left = arguments.Get<int>("left", 0);
        var right = arguments.Get<long>("right", 1);
        if (arguments.AreBad) return arguments.Reject();

        arguments.Return(await Work.AddLaterAsync(left, right));
        return Outcome.Completed;
    }

    private static async ValueTask<Outcome> AddWithServiceAsync(Invocation invocation, CancellationToken ct)
    {
        var arguments = Arguments.Of(invocation);
        var left = arguments.Get<int>("left", 0);
        var right = arguments.Get<long>("right", 1);
        if (arguments.AreBad) return arguments.Reject();

        var target = new Work(invocation.Services.GetRequiredService<TimeProvider>());
        arguments.Return(await target.AddWithServiceAsync(left, right));
        return Outcome.Completed;
    }
}
