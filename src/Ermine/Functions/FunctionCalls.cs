using System.Runtime.CompilerServices;
using System.Security.Claims;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Calls functions in this process, through the same door as every other trigger, without any JSON.</summary>
internal sealed class FunctionCalls(CallTargets targets, Dispatcher dispatcher, IServiceProvider services)
{
    public async Task CallAsync(string id, object?[] arguments, ClaimsPrincipal? caller, CancellationToken ct)
    {
        var call = Begin(id, arguments, caller);
        await dispatcher.DispatchAsync(call, ct);
        call.ThrowIfFailed(ct);
    }

    public async Task<T> CallAsync<T>(string id, object?[] arguments, ClaimsPrincipal? caller, CancellationToken ct)
    {
        var call = Begin(id, arguments, caller);
        await dispatcher.DispatchAsync(call, ct);
        return call.Result<T>(ct);
    }

    public async IAsyncEnumerable<T> StreamAsync<T>(string id, object?[] arguments, ClaimsPrincipal? caller, [EnumeratorCancellation] CancellationToken ct)
    {
        var call = Begin(id, arguments, caller);
        var items = new CallItems<T>();
        call.Invocation.Input.Sink = items;
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = RunAsync(call, items, left.Token);
        try
        {
            await foreach (var item in items.ReadAllAsync()) yield return item;
        }
        finally
        {
            await left.CancelAsync(); // where it is left before its end, the run has no reader any more
            await running;
        }

        call.ThrowIfFailed(ct);
    }

    private CallDelivery Begin(string id, object?[] arguments, ClaimsPrincipal? caller)
    {
        var invocation = new CallInvocation();
        invocation.Begin(targets.Of(id), services, caller);
        invocation.Input.Begin(arguments);
        return new CallDelivery(invocation);
    }

    private async Task RunAsync<T>(CallDelivery call, CallItems<T> items, CancellationToken ct)
    {
        try
        {
            await dispatcher.DispatchAsync(call, ct);
        }
        finally
        {
            items.Complete();
        }
    }
}
