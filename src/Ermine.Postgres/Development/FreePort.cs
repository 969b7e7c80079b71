using System.Net;
using System.Net.Sockets;

namespace Ermine.Postgres.Development;

/// <summary>Chooses a port on the loopback. Somebody may take it before PostgreSQL does: who starts a server tries again.</summary>
internal static class FreePort
{
    /// <summary>The preferred port if it is free, else any.</summary>
    public static int Prefer(int? preferred) => preferred is { } port && TryBind(port) is not null ? port : TryBind(0)!.Value;

    private static int? TryBind(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException) // taken
        {
            return null;
        }
    }
}
