using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

internal static partial class DispatchLog
{
    /// <summary>Says what became of a run that did not complete, or whose commit failed.</summary>
    public static void Report(ILogger log, Invocation invocation, Outcome outcome)
    {
        switch (outcome.Kind)
        {
            case OutcomeKind.Retry or OutcomeKind.Rejected when invocation.IsCallers(outcome):
                Refused(log, invocation.Function.Id, outcome.Reason); // callers must not be able to fill the log, least of all with stack traces
                break;
            case OutcomeKind.Retry:
                Retried(log, outcome.Exception, invocation.Function.Id, invocation.Attempt, outcome.After);
                break;
            case OutcomeKind.Rejected:
                Rejected(log, outcome.Exception, invocation.Function.Id, invocation.Attempt, outcome.Reason);
                break;
            case OutcomeKind.Abandoned:
                Abandoned(log, invocation.Function.Id, outcome.Reason);
                break;
        }
    }

    [LoggerMessage(100, LogLevel.Warning, "{Function} failed on attempt {Attempt} and is tried again in {After}")]
    public static partial void Retried(ILogger log, Exception? exception, string function, int attempt, TimeSpan after);

    [LoggerMessage(101, LogLevel.Error, "{Function} failed for good on attempt {Attempt}: {Reason}")]
    public static partial void Rejected(ILogger log, Exception? exception, string function, int attempt, string? reason);

    [LoggerMessage(102, LogLevel.Information, "{Function} was handed back: {Reason}")]
    public static partial void Abandoned(ILogger log, string function, string? reason);

    [LoggerMessage(103, LogLevel.Warning, "{Function} gets no work: {Reason}. It goes on by itself as soon as it can")]
    public static partial void Paused(ILogger log, string function, string reason);

    [LoggerMessage(104, LogLevel.Information, "{Function} gets work again")]
    public static partial void Resumed(ILogger log, string function);

    [LoggerMessage(105, LogLevel.Error, "{Function}: an outcome could not be recorded; the lease decides")]
    public static partial void NotSettled(ILogger log, Exception exception, string function);

    [LoggerMessage(107, LogLevel.Error, "{Function} ignores its cancellation and still runs {Grace} after its timeout: it was given up, and nothing of it is recorded any more. If it holds a thread, that and its place are lost until it lets go")]
    public static partial void GivenUp(ILogger log, string function, TimeSpan grace);

    [LoggerMessage(108, LogLevel.Debug, "{Function} refused its caller: {Reason}")]
    public static partial void Refused(ILogger log, string function, string? reason);

    [LoggerMessage(106, LogLevel.Error, "{Function}: what a run had opened could not be closed; its outcome stands")]
    public static partial void NotEnded(ILogger log, Exception exception, string function);
}
