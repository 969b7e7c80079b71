using Microsoft.Extensions.Logging;

namespace Ermine.Identity;

internal static partial class IdentityLog
{
    [LoggerMessage(140, LogLevel.Warning, "{Function}: {Refused} message(s) of a batch were refused, and {Left} are handled; the first: {Reason}")]
    public static partial void SomeRefused(ILogger log, string function, int refused, int left, string reason);
}
