using System.Net.Sockets;
using Ermine.Kernel;
using Ermine.Postgres.Statements;
using Npgsql;

namespace Ermine.Postgres.Connections;

/// <summary>Opens the first connection, and says in one message why it cannot.</summary>
internal static class Reachability
{
    /// <summary>The version of the server.</summary>
    /// <exception cref="ErmineStartupException">It cannot be reached, or does not let us in.</exception>
    public static async Task<string> CheckAsync(Database database, CancellationToken ct)
    {
        try
        {
            await using var command = database.Source.CreateCommand(Statement.In("Connections/version.sql").Text);
            return (string)(await command.ExecuteScalarAsync(ct))!;
        }
        catch (NpgsqlException e)
        {
            throw new ErmineStartupException($"Tried {database.Address} (from {database.Why}), but {Reason(e)}", e);
        }
    }

    private static string Reason(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword } => "PostgreSQL refuses the password: set the right one in the connection string (Password=...).",
        PostgresException { SqlState: PostgresErrorCodes.InvalidAuthorizationSpecification } p => $"PostgreSQL refuses the user: {p.MessageText}. Create the user, or name another (Username=...).",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } p => $"{p.MessageText}. Create it, or name another (Database=...).",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => "PostgreSQL has no connection left: end other clients, or raise its max_connections.",
        PostgresException p => $"PostgreSQL answers: {p.MessageText} (SQLSTATE {p.SqlState}).",
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } } => "no such host is known: check Host=... of the connection string.",
        { InnerException: SocketException s } => $"nothing answers there ({s.Message}): start PostgreSQL, or correct Host=... and Port=... of the connection string.",
        { InnerException: TimeoutException } => "it does not answer in time: check Host=..., Port=... and the firewall between.",
        _ => $"it failed: {e.Message}.",
    };
}
