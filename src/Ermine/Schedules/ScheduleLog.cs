using Microsoft.Extensions.Logging;

namespace Ermine.Schedules;

internal static partial class ScheduleLog
{
    [LoggerMessage(130, LogLevel.Warning, "Schedules cannot be looked at; trying again in a second")]
    public static partial void NotLooked(ILogger log, Exception exception);

    [LoggerMessage(131, LogLevel.Warning, "Old firings could not be deleted; trying again in a few minutes")]
    public static partial void NotTidied(ILogger log, Exception exception);
}
