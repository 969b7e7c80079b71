using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Queues;

internal static partial class QueueLog
{
    [LoggerMessage(320, LogLevel.Warning, "Old keys and dead letters of queue {Queue} could not be deleted; trying again in a few minutes")]
    public static partial void NotTidied(ILogger log, Exception exception, string queue);

    [LoggerMessage(321, LogLevel.Warning, "{Count} message(s) of queue {Queue}, sent while their function stopped, could not be handed back; they are due when their lease ends: {Reason}")]
    public static partial void NotHandedBack(ILogger log, int count, string queue, string reason);
}
