using System.Runtime.CompilerServices;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>Cancels a run that takes longer than <see cref="FunctionAttribute.TimeoutSeconds"/>.</summary>
public sealed class TimeoutMiddleware : IFunctionMiddleware
{
    /// <inheritdoc/>
    public int Order => 400;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next)
    {
        if (function.IsSynchronous) return next; // nothing would come of it

        var limit = TimeSpan.FromSeconds(function.Function.TimeoutSeconds);
        return (invocation, ct) => RunAsync(invocation, next, limit, ct);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome> RunAsync(Invocation invocation, FunctionHandler next, TimeSpan limit, CancellationToken ct)
    {
        var deadline = Deadline.Start(limit, ct);
        try
        {
            return await next(invocation, deadline.Token);
        }
        catch (OperationCanceledException e) when (deadline.HasPassed && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The function took longer than its {limit.TotalSeconds:0} s (TimeoutSeconds).", e);
        }
        finally
        {
            deadline.End();
        }
    }
}
