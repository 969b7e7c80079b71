using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

internal static partial class WorkLog
{
    [LoggerMessage(110, LogLevel.Warning, "{Function}: the lease of {Count} message(s) of queue {Queue} had passed to another node; nothing of this run was recorded")]
    public static partial void LeaseLost(ILogger log, string function, int count, string queue);

    [LoggerMessage(111, LogLevel.Warning, "{Function}: the connection broke while {Count} message(s) of queue {Queue} were committed; if they were not, they are due again when their lease ends")]
    public static partial void OutcomeUnknown(ILogger log, Exception exception, string function, int count, string queue);

    [LoggerMessage(112, LogLevel.Warning, "Leases could not be renewed; trying again")]
    public static partial void HeartbeatFailed(ILogger log, Exception exception);

    [LoggerMessage(113, LogLevel.Warning, "{Function}: {Count} message(s) of queue {Queue} that are done could not be acknowledged; they are delivered again when their lease ends")]
    public static partial void NotAcknowledged(ILogger log, Exception exception, string function, int count, string queue);

    [LoggerMessage(114, LogLevel.Warning, "{Function}: messages of queue {Queue} could not be handed back; they are due again when their lease ends")]
    public static partial void NotHandedBack(ILogger log, Exception exception, string function, string queue);
}
