using Microsoft.Extensions.Logging;

namespace Ermine.Events;

internal static partial class EventLog
{
    [LoggerMessage(140, LogLevel.Warning, "Old events could not be deleted; trying again in a few minutes")]
    public static partial void NotTidied(ILogger log, Exception exception);

    [LoggerMessage(141, LogLevel.Warning, "Replays of events are paused; trying again each second: {Reason}")]
    public static partial void ReplaysPaused(ILogger log, string reason);
}
