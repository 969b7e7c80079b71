using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>The one door: every delivery of every trigger goes through it to its function, and back with an outcome.</summary>
public sealed class Dispatcher
{
    private readonly ILogger<Dispatcher> _log;
    private readonly IFunctionMiddleware[] _fromInnermost;
    private int _running;

    /// <summary>Composes the pipeline of every function in the catalog.</summary>
    public Dispatcher(FunctionCatalog catalog, IEnumerable<IFunctionMiddleware> middleware, ILogger<Dispatcher> log)
    {
        _log = log;
        _fromInnermost = [.. middleware.OrderByDescending(m => m.Order)];
        foreach (var function in catalog.Functions) Compose(function);
    }

    /// <summary>Deliveries that have been taken and not yet settled.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>Puts the middleware around a function, before its first delivery.</summary>
    internal void Compose(FunctionDescriptor function) =>
        function.Pipeline = _fromInnermost.Aggregate(function.Handler, (next, middle) => middle.Wrap(function, next));

    /// <summary>Runs a delivery, settles it, and ends it.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="stopping">Cancels the run, which is then abandoned; never the settling.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask DispatchAsync(Delivery delivery, CancellationToken stopping)
    {
        Interlocked.Increment(ref _running);
        var invocation = delivery.Invocation;
        try
        {
            var outcome = stopping.IsCancellationRequested
                ? Outcome.Abandoned("The run was cancelled before it began.")
                : await invocation.Function.Pipeline(invocation, stopping);
            if (outcome.Kind is not OutcomeKind.Completed) DispatchLog.Report(_log, invocation, outcome);
            await delivery.SettleAsync(outcome, CancellationToken.None); // a finished outcome is recorded even while stopping
        }
        finally
        {
            try
            {
                await delivery.DisposeAsync();
            }
            catch (Exception e)
            {
                DispatchLog.NotEnded(_log, e, invocation.Function.Id); // some service of the scope threw: that changes nothing about what was settled
            }

            Interlocked.Decrement(ref _running);
        }
    }
}
