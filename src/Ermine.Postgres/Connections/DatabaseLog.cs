using Microsoft.Extensions.Logging;

namespace Ermine.Postgres.Connections;

internal static partial class DatabaseLog
{
    [LoggerMessage(200, LogLevel.Information, "{Text}")]
    public static partial void Progress(ILogger log, string text);

    [LoggerMessage(201, LogLevel.Information, "The database is up to date: applied {Migrations}")]
    public static partial void Migrated(ILogger log, string migrations);
}
