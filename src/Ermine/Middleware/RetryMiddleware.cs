using System.Runtime.CompilerServices;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>The one place where what a function throws becomes an outcome. It never waits and never calls again.</summary>
public sealed class RetryMiddleware : IFunctionMiddleware
{
    /// <inheritdoc/>
    public int Order => 200;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) => (invocation, ct) => RunAsync(invocation, next, ct);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome> RunAsync(Invocation invocation, FunctionHandler next, CancellationToken ct)
    {
        try
        {
            return await next(invocation, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Outcome.Abandoned("The run was cancelled from outside before it was done.");
        }
        catch (Exception e)
        {
            return RetryPolicy.Answer(invocation, e);
        }
    }
}
