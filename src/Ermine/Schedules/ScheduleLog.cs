using Microsoft.Extensions.Logging;

namespace Ermine.Schedules;

internal static partial class ScheduleLog
{
    [LoggerMessage(130, LogLevel.Warning, "Schedules do not fire: {Reason}. They go on by themselves as soon as they can")]
    public static partial void Paused(ILogger log, string reason);

    [LoggerMessage(132, LogLevel.Information, "Schedules fire again")]
    public static partial void Resumed(ILogger log);

    [LoggerMessage(131, LogLevel.Warning, "Old firings could not be deleted; trying again in a few minutes")]
    public static partial void NotTidied(ILogger log, Exception exception);
}
