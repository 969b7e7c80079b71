using Ermine.Kernel;
using Ermine.Middleware;

namespace Ermine.Tests.Doubles;

/// <summary>A catalog and a dispatcher with the default middleware, without a host.</summary>
internal sealed class TestKernel
{
    public FunctionCatalog Catalog { get; } = new();

    public RecordedLog Log { get; } = new();

    public FunctionDescriptor Add(FunctionHandler handler, FunctionAttribute? function = null, TestTriggerAttribute? trigger = null, string id = "test.run", InputShape input = InputShape.None, object[]? metadata = null)
    {
        Catalog.Add(id, function ?? new FunctionAttribute(), trigger ?? new TestTriggerAttribute(), null, input, handler, metadata ?? []);
        return Catalog.Functions[^1];
    }

    public Dispatcher Open(params IFunctionMiddleware[] more) =>
        new(Catalog, [new TracingMiddleware(), new RetryMiddleware(), new ConcurrencyMiddleware(), new TimeoutMiddleware(), .. more], Log.For<Dispatcher>());

    /// <summary>Runs a function once, as the dispatcher does, and answers how it was settled.</summary>
    public async Task<Outcome> RunAsync(FunctionDescriptor function, int attempt = 1, CancellationToken ct = default)
    {
        var delivery = new TestDelivery(function, attempt);
        await Open().DispatchAsync(delivery, ct);
        return await delivery.Settled;
    }

    /// <summary>Runs a function that fails with an exception, and answers how that was settled.</summary>
    public static Task<Outcome> FailAsync(Exception exception, int attempt = 1, bool isRetried = true)
    {
        var kernel = new TestKernel();
        return kernel.RunAsync(kernel.Add((_, _) => throw exception, trigger: new TestTriggerAttribute { Retries = isRetried }), attempt);
    }
}
