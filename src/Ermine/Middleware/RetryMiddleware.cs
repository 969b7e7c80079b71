using System.Runtime.CompilerServices;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>The one place where what a function throws becomes an outcome. It never waits and never calls again.</summary>
public sealed class RetryMiddleware : IFunctionMiddleware
{
    /// <inheritdoc/>
    public int Order => 200;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) => (invocation, ct) =>
    {
        try
        {
            var running = next(invocation, ct);
            return running.IsCompletedSuccessfully ? running : AwaitAsync(running, invocation, ct); // most need no state machine
        }
        catch (Exception e)
        {
            return new ValueTask<Outcome>(Answer(invocation, e, ct));
        }
    };

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<Outcome> AwaitAsync(ValueTask<Outcome> running, Invocation invocation, CancellationToken ct)
    {
        try
        {
            return await running;
        }
        catch (Exception e)
        {
            return Answer(invocation, e, ct);
        }
    }

    private static Outcome Answer(Invocation invocation, Exception thrown, CancellationToken ct) => thrown is OperationCanceledException && ct.IsCancellationRequested
        ? Outcome.Abandoned("The run was cancelled from outside before it was done.")
        : RetryPolicy.Answer(invocation, thrown);
}
