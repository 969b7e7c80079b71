using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Npgsql;

namespace Ermine.Postgres.Tests;

/// <summary>Stands between an app and PostgreSQL, and breaks what the test wants broken.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, byte> _clients = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();
    private readonly string _host;
    private readonly int _port;
    private Task _accepting = Task.CompletedTask;
    private volatile bool _refuses;
    private volatile string? _word;
    private volatile bool _delivers;

    private Proxy(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        (_host, _port) = (target.Host!, target.Port);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port, SslMode = SslMode.Disable }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static Task<Proxy> ToAsync(string connectionString)
    {
        var proxy = new Proxy(connectionString);
        proxy._accepting = proxy.AcceptAsync();
        return Task.FromResult(proxy);
    }

    /// <summary>Breaks the connection on which the app says a word.</summary>
    /// <param name="word">As it goes over the wire; a command ends with \0.</param>
    /// <param name="delivered">Whether the server still gets it; its reply is lost in any case.</param>
    public void BreakAt(string word, bool delivered) => (_delivers, _word) = (delivered, word);

    /// <summary>Breaks all connections, and every new one.</summary>
    public void Refuse()
    {
        _refuses = true;
        foreach (var client in _clients.Keys) client.Close();
    }

    /// <summary>Lets connections, and all that is said on them, through again.</summary>
    public void Accept() => (_refuses, _word) = (false, null);

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _listener.Stop();
        Refuse();
        await _accepting;
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_closed.Token);
                if (_refuses) client.Close();
                else _ = CarryAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return; // closed
            }
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        _clients[client] = 0;
        try
        {
            await server.ConnectAsync(_host, _port);
            var (app, postgres, muted) = (client.GetStream(), server.GetStream(), new StrongBox<bool>());
            await await Task.WhenAny(RequestsAsync(app, postgres, muted), RepliesAsync(postgres, app, muted));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // broken, as asked for
        }
        finally
        {
            client.Close();
            _clients.TryRemove(client, out _);
        }
    }

    private async Task RequestsAsync(NetworkStream app, NetworkStream postgres, StrongBox<bool> muted)
    {
        var buffer = new byte[64 * 1024];
        while (await app.ReadAsync(buffer) is > 0 and var read)
        {
            var breaks = _word is { } word && Encoding.Latin1.GetString(buffer, 0, read).Contains(word, StringComparison.Ordinal);
            if (breaks && !_delivers) return;
            muted.Value |= breaks;
            await postgres.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    // A server answers when it has done what it was asked for; the app hears of the end only then.
    private static async Task RepliesAsync(NetworkStream postgres, NetworkStream app, StrongBox<bool> muted)
    {
        var buffer = new byte[64 * 1024];
        while (await postgres.ReadAsync(buffer) is > 0 and var read && !muted.Value) await app.WriteAsync(buffer.AsMemory(0, read));
    }
}
