using System.Runtime.CompilerServices;
using Ermine.Kernel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ermine.Middleware;

/// <summary>Cancels a run that takes longer than <see cref="FunctionAttribute.TimeoutSeconds"/>, and gives up one that ignores it for longer than
/// <see cref="Grace"/>: whoever waits gets the timeout, a message is tried again, and the function, which goes on in the background, finds its
/// run ended. It can send nothing more, and what it has stored is never committed.</summary>
/// <remarks>A function that holds its thread all the while cannot be left so. Its lease is not renewed any more, so that its messages are done
/// elsewhere; its place and its thread are lost until it lets go, and the log says so.</remarks>
public sealed class TimeoutMiddleware : IFunctionMiddleware
{
    /// <summary>How long a function may go on after its token was cancelled: 5 seconds.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ILogger _log;
    private readonly TimeSpan _grace;
    private readonly Action<Invocation> _giveUp;

    /// <summary>Tells in a log of functions that are given up.</summary>
    public TimeoutMiddleware(ILogger<TimeoutMiddleware>? log = null) : this(log, Grace)
    {
    }

    internal TimeoutMiddleware(ILogger? log, TimeSpan grace) => (_log, _grace, _giveUp) = (log ?? NullLogger.Instance, grace, GiveUp);

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
    private async ValueTask<Outcome> RunAsync(Invocation invocation, FunctionHandler next, TimeSpan limit, CancellationToken ct)
    {
        var deadline = Deadline.Start(limit, _grace, invocation, invocation.CanBeLeft ? _giveUp : null, ct);
        try
        {
            var running = next(invocation, deadline.Token);
            var outcome = await (running.IsCompleted || !invocation.CanBeLeft ? running : deadline.Wait.For(running));
            return invocation.IsOverdue ? throw Overrun(limit, null) : outcome; // one that held its thread for so long that it was given up comes back too late
        }
        catch (OperationCanceledException e) when (invocation.IsOverdue || (deadline.HasPassed && !ct.IsCancellationRequested))
        {
            throw Overrun(limit, e);
        }
        finally
        {
            deadline.End();
        }
    }

    private static TimeoutException Overrun(TimeSpan limit, Exception? inner) => new($"The function took longer than its {limit.TotalSeconds:0} s (TimeoutSeconds).", inner);

    private void GiveUp(Invocation run)
    {
        run.IsOverdue = true;
        DispatchLog.GivenUp(_log, run.Function.Id, _grace);
    }
}
