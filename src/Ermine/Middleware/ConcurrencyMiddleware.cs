using System.Collections.Concurrent;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>Holds a function to its <see cref="FunctionAttribute.MaxConcurrency"/>, over all of its triggers together.</summary>
public sealed class ConcurrencyMiddleware : IFunctionMiddleware
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _places = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int Order => 300;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next)
    {
        var limit = function.Function.MaxConcurrency;
        if (limit == 0) return next; // pumps hold to the default by themselves

        var places = _places.GetOrAdd(function.Id, static (_, limit) => new SemaphoreSlim(limit, limit), limit);
        return (invocation, ct) => RunAsync(invocation, next, places, ct);
    }

    private static async ValueTask<Outcome> RunAsync(Invocation invocation, FunctionHandler next, SemaphoreSlim places, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            return await next(invocation, ct);
        }
        finally
        {
            places.Release();
        }
    }
}
