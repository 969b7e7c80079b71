using Microsoft.Extensions.Logging;

namespace Ermine.Webhooks.Receiving;

internal static partial class WebhookLog
{
    [LoggerMessage(150, LogLevel.Warning, "Webhook '{Name}' refused a request with {Status}: {Reason}. {Unsaid} more were refused since the last such line")]
    public static partial void Refused(ILogger log, string name, int status, string reason, int unsaid);

    [LoggerMessage(151, LogLevel.Debug, "Webhook '{Name}' refused a request with {Status}: {Reason}")]
    public static partial void RefusedAgain(ILogger log, string name, int status, string reason);

    [LoggerMessage(152, LogLevel.Error, "Webhook '{Name}' could not record a delivery, and told its sender so with {Status}")]
    public static partial void NotRecorded(ILogger log, Exception exception, string name, int status);
}
