using System.Diagnostics;
using Ermine.Kernel;

namespace Ermine.Middleware;

/// <summary>Gives every run an activity of the source <c>Ermine</c>, as a child of the trace that its work was sent in.</summary>
public sealed class TracingMiddleware : IFunctionMiddleware
{
    private static readonly ActivitySource Source = new("Ermine");

    /// <inheritdoc/>
    public int Order => 100;

    /// <inheritdoc/>
    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) =>
        (invocation, ct) => Source.HasListeners() ? TraceAsync(invocation, next, ct) : next(invocation, ct);

    private static async ValueTask<Outcome> TraceAsync(Invocation invocation, FunctionHandler next, CancellationToken ct)
    {
        var parent = invocation.Parent == default ? Activity.Current?.Context ?? default : invocation.Parent;
        var kind = invocation.IsRetried ? ActivityKind.Consumer : ActivityKind.Internal; // where a caller waits, the server's activity is around this one
        using var activity = Source.StartActivity(invocation.Function.Id, kind, parent);
        activity?.SetTag("faas.name", invocation.Function.Id).SetTag("ermine.attempt", invocation.Attempt);
        var outcome = await next(invocation, ct);
        activity?.SetTag("ermine.outcome", outcome.Kind.ToString());
        if (outcome.Kind is OutcomeKind.Retry or OutcomeKind.Rejected) activity?.SetStatus(ActivityStatusCode.Error, outcome.Reason);
        return outcome;
    }
}
