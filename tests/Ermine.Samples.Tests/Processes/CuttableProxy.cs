using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Ermine.Samples.Tests.Processes;

/// <summary>Stands between an app and its database, and can be cut like a cable.</summary>
public sealed class CuttableProxy : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly ConcurrentDictionary<TcpClient, byte> _open = [];
    private TcpListener? _listener;
    private Task _accepting = Task.CompletedTask;

    /// <summary>A proxy before a server on this machine, passing at once.</summary>
    public CuttableProxy(int targetPort)
    {
        _target = new IPEndPoint(IPAddress.Loopback, targetPort);
        Mend();
    }

    /// <summary>The port to connect to; it stays the same when the proxy is cut and mended.</summary>
    public int Port { get; private set; }

    /// <summary>Breaks all connections, and refuses new ones.</summary>
    public async Task CutAsync()
    {
        _listener!.Stop();
        await _accepting;
        foreach (var client in _open.Keys) client.Dispose();
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Cuts it for good.</summary>
    public async ValueTask DisposeAsync() => await CutAsync();

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = PassAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // the listener was stopped
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _open[client] = _open[server] = 0;
        try
        {
            await server.ConnectAsync(_target);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // cut, or either side hung up
        }
        finally
        {
            client.Dispose();
            _open.TryRemove(client, out _);
            _open.TryRemove(server, out _);
        }
    }
}
