using Microsoft.Extensions.Logging;

namespace Ermine.Webhooks.Sending;

internal static partial class WebhookLog
{
    [LoggerMessage(160, LogLevel.Warning, "Webhooks to {Destination} are disabled: {Reason}")]
    public static partial void Disabled(ILogger log, string destination, string reason);

    [LoggerMessage(161, LogLevel.Warning, "An attempt to deliver to {Destination} could not be recorded in the log of deliveries")]
    public static partial void NotRecorded(ILogger log, Exception exception, string destination);

    [LoggerMessage(162, LogLevel.Warning, "The destinations of webhooks could not be looked at, and go on as they are; trying again: {Reason}")]
    public static partial void NotRefreshed(ILogger log, string reason);

    [LoggerMessage(163, LogLevel.Warning, "Old deliveries of webhooks could not be deleted; trying again in a few minutes: {Reason}")]
    public static partial void NotTidied(ILogger log, string reason);

    [LoggerMessage(164, LogLevel.Warning, "This node delivers nothing to {Destination}, since nothing in it writes the format {Format}; its events wait for a node with the package Ermine.CloudEvents")]
    public static partial void NotWritten(ILogger log, string destination, WebhookFormat? format);
}
