using System.Runtime.CompilerServices;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>Cancels a run that takes longer than <see cref="FunctionAttribute.TimeoutSeconds"/>.</summary>
public sealed class TimeoutMiddleware : IFunctionMiddleware
{
    [ThreadStatic] private static CancellationTokenSource? _spare;

    /// <inheritdoc/>
    public int Order => 400;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next)
    {
        var limit = TimeSpan.FromSeconds(function.Function.TimeoutSeconds);
        return (invocation, ct) => RunAsync(invocation, next, limit, ct);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome> RunAsync(Invocation invocation, FunctionHandler next, TimeSpan limit, CancellationToken ct)
    {
        var timeout = Rent();
        try
        {
            timeout.CancelAfter(limit);
            await using var link = ct.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), timeout);
            return await next(invocation, timeout.Token);
        }
        catch (OperationCanceledException e) when (timeout.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The function took longer than its {limit.TotalSeconds:0} s (TimeoutSeconds).", e);
        }
        finally
        {
            Return(timeout);
        }
    }

    // Resetting a source is cheaper than making one: no allocation, and its timer is kept.
    private static CancellationTokenSource Rent()
    {
        var spare = _spare ?? new CancellationTokenSource();
        _spare = null;
        return spare;
    }

    private static void Return(CancellationTokenSource source)
    {
        if (_spare is null && source.TryReset()) _spare = source;
        else source.Dispose();
    }
}
