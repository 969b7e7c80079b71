using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Clock;

internal static partial class ClockLog
{
    [LoggerMessage(210, LogLevel.Warning, "The database's clock could not be read; its last measure is used on")]
    public static partial void NotMeasured(ILogger log, Exception exception);
}
