using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace Ermine.Samples.Tests.Faults;

/// <summary>Stands between workers and their database, and breaks what the test wants broken.</summary>
internal sealed class FaultyCable : IAsyncDisposable
{
    private readonly ConcurrentDictionary<TcpClient, byte> _open = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private volatile bool _refuses;
    private CableBreak? _next;

    public FaultyCable(int target)
    {
        Target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The port that it leads to.</summary>
    public int Target { get; set; }

    /// <summary>The port to connect to.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Breaks all connections; new ones are let through.</summary>
    public void Drop()
    {
        foreach (var client in _open.Keys) client.Dispose();
    }

    /// <summary>Breaks all connections, and every new one.</summary>
    public void Refuse()
    {
        _refuses = true;
        Drop();
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => _refuses = false;

    /// <summary>Breaks the connection that is next to say a word; completes when one has, false if none did in time.</summary>
    public async Task<bool> BreakAtAsync(CableBreak next, TimeSpan patience)
    {
        Volatile.Write(ref _next, next);
        await next.Happened.WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it is asked below
        return Interlocked.CompareExchange(ref _next, null, next) != next;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Refuse();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                if (_refuses) client.Dispose();
                else _ = CarryAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // the listener was stopped
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        _open[client] = 0;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, Target);
            var (app, database, muted) = (client.GetStream(), server.GetStream(), new StrongBox<bool>());
            await await Task.WhenAny(RequestsAsync(app, database, muted), RepliesAsync(database, app, muted));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // broken, or either side hung up
        }
        finally
        {
            client.Dispose();
            _open.TryRemove(client, out _);
        }
    }

    private async Task RequestsAsync(NetworkStream app, NetworkStream database, StrongBox<bool> muted)
    {
        var buffer = new byte[64 * 1024];
        while (await app.ReadAsync(buffer) is > 0 and var read)
        {
            if (Volatile.Read(ref _next) is { } next && Encoding.Latin1.GetString(buffer, 0, read).Contains(next.Word, StringComparison.Ordinal)
                && Interlocked.CompareExchange(ref _next, null, next) == next)
            {
                next.Happens();
                if (!next.IsDelivered) return;
                Volatile.Write(ref muted.Value, true);
            }

            await database.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    // A server answers when it has done what it was asked for; the app hears of the end only then.
    private static async Task RepliesAsync(NetworkStream database, NetworkStream app, StrongBox<bool> muted)
    {
        var buffer = new byte[64 * 1024];
        while (await database.ReadAsync(buffer) is > 0 and var read && !Volatile.Read(ref muted.Value)) await app.WriteAsync(buffer.AsMemory(0, read));
    }
}
