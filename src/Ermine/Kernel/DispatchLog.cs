using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

internal static partial class DispatchLog
{
    [LoggerMessage(100, LogLevel.Warning, "{Function} failed on attempt {Attempt} and is tried again in {After}")]
    public static partial void Retried(ILogger log, Exception? exception, string function, int attempt, TimeSpan after);

    [LoggerMessage(101, LogLevel.Error, "{Function} failed for good on attempt {Attempt}")]
    public static partial void Rejected(ILogger log, Exception exception, string function, int attempt);

    [LoggerMessage(102, LogLevel.Information, "{Function} was handed back: {Reason}")]
    public static partial void Abandoned(ILogger log, string function, string? reason);

    [LoggerMessage(103, LogLevel.Warning, "{Function} gets no work: {Reason}. It goes on by itself as soon as it can")]
    public static partial void Paused(ILogger log, string function, string reason);

    [LoggerMessage(104, LogLevel.Information, "{Function} gets work again")]
    public static partial void Resumed(ILogger log, string function);

    [LoggerMessage(105, LogLevel.Error, "{Function}: an outcome could not be recorded; the lease decides")]
    public static partial void NotSettled(ILogger log, Exception exception, string function);
}
