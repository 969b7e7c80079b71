using System.Diagnostics;
using Ermine.Kernel;
using Ermine.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ermine.Benchmarks.Dispatch;

/// <summary>Catalog to handler and back through the default middleware, no listener, beside calling the method itself.</summary>
internal sealed class DispatchBenchmark : IBenchmark
{
    private const int Calls = 500_000;
    private const int Rounds = 9;

    public string Name => "dispatch";

    public async Task<BenchmarkReport> RunAsync(CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddScoped<InvocationScope>().BuildServiceProvider();
        var catalog = new FunctionCatalog();
        Add(catalog, Static);
        Add(catalog, AtOnceAsync);
        Add(catalog, LaterAsync);
        Add(catalog, Instance);
        var shapes = new[]
        {
            new DispatchShape("static, synchronous", catalog.Functions[0], static () => { Work.Count(); return default; }),
            new DispatchShape("async, completing at once", catalog.Functions[1], static () => Work.CountAtOnceAsync()),
            new DispatchShape("async, really waiting", catalog.Functions[2], static () => new ValueTask(Work.CountLaterAsync())),
            new DispatchShape("instance with a service", catalog.Functions[3], static () => { new Work(TimeProvider.System).CountWithService(); return default; }, HasServices: true),
        };
        var dispatcher = new Dispatcher(catalog, [new TracingMiddleware(), new RetryMiddleware(), new ConcurrencyMiddleware(), new TimeoutMiddleware()], NullLogger<Dispatcher>.Instance);
        var rows = new List<BenchmarkRow>();
        foreach (var shape in shapes)
        {
            var delivery = new BareDelivery(new BareInvocation(shape.Function, services));
            var direct = await MedianAsync(shape.Direct);
            var through = await MedianAsync(() => dispatcher.DispatchAsync(shape.HasServices ? new BareDelivery(new BareInvocation(shape.Function, services)) : delivery, ct));
            var isTarget = shape == shapes[0];
            rows.Add(new BenchmarkRow($"{shape.Name}: over the call", through.Nanoseconds - direct.Nanoseconds, "ns", isTarget ? 1_000 : null, $"call {direct.Nanoseconds:0} ns, dispatch {through.Nanoseconds:0} ns"));
            rows.Add(new BenchmarkRow($"{shape.Name}: allocated", through.Bytes - direct.Bytes, "bytes", isTarget ? 64 : null, isTarget ? "64 bytes: one small object" : null));
        }

        return new BenchmarkReport(Name, rows);
    }

    private static void Add(FunctionCatalog catalog, FunctionHandler handler) =>
        catalog.Add(handler.Method.Name, new FunctionAttribute(), new BareTriggerAttribute(), null, InputShape.None, handler);

    private static void Add(FunctionCatalog catalog, SynchronousHandler handler) =>
        catalog.Add(handler.Method.Name, new FunctionAttribute(), new BareTriggerAttribute(), null, InputShape.None, handler);

    private static async Task<(double Nanoseconds, double Bytes)> MedianAsync(Func<ValueTask> call)
    {
        var rounds = new List<(double Nanoseconds, double Bytes)>();
        for (var round = -2; round < Rounds; round++)
        {
            var bytes = GC.GetTotalAllocatedBytes(precise: true);
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Calls; i++) await call();
            var took = Stopwatch.GetElapsedTime(start);
            if (round >= 0) rounds.Add((took.TotalNanoseconds / Calls, Math.Round((GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)Calls, 1)));
        }

        return (rounds.Select(r => r.Nanoseconds).Order().ElementAt(Rounds / 2), rounds.Select(r => r.Bytes).Order().ElementAt(Rounds / 2));
    }

    // What the generator emits for these shapes.
    private static Outcome Static(Invocation invocation)
    {
        Work.Count();
        return Outcome.Completed;
    }

    private static async ValueTask<Outcome> AtOnceAsync(Invocation invocation, CancellationToken ct)
    {
        await Work.CountAtOnceAsync();
        return Outcome.Completed;
    }

    private static async ValueTask<Outcome> LaterAsync(Invocation invocation, CancellationToken ct)
    {
        await Work.CountLaterAsync();
        return Outcome.Completed;
    }

    private static Outcome Instance(Invocation invocation)
    {
        var target = new Work(invocation.Services.GetRequiredService<TimeProvider>());
        target.CountWithService();
        return Outcome.Completed;
    }
}
