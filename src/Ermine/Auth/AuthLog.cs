using Microsoft.Extensions.Logging;

namespace Ermine.Auth;

internal static partial class AuthLog
{
    [LoggerMessage(500, LogLevel.Information, "A token was refused: {Cause}")]
    public static partial void Refused(ILogger log, string cause);

    [LoggerMessage(501, LogLevel.Information, "Issuer {Issuer} signs with {Count} key(s), read from {Place}")]
    public static partial void KeysRead(ILogger log, string issuer, int count, string place);

    [LoggerMessage(502, LogLevel.Error, "The keys of issuer {Issuer} could not be read from {Place}, so that those known before go on to count: {Reason}")]
    public static partial void KeysNotRead(ILogger log, string issuer, string place, string reason);

    [LoggerMessage(503, LogLevel.Warning, "The issuers under Ermine:Auth are not used, since the app registers authentication of its own")]
    public static partial void IssuersUnused(ILogger log);
}
