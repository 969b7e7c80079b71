using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ermine.Tests.Webhooks.Sending;

/// <summary>A server that answers each request with bytes of the test, be they HTTP or not, and keeps what it was sent.</summary>
internal sealed class RawReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    /// <param name="answer">The answer; null for none, ever.</param>
    public RawReceiver(string? answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends it
        _listener.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync(string? answer)
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            var stream = client.GetStream();
            Requests.Add(await ReadAsync(stream));
            if (answer is null) await Task.Delay(Timeout.Infinite, _stopping.Token);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer!), _stopping.Token);
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = ("", new byte[8_192]);
        while (!IsWhole(text)) text += Encoding.Latin1.GetString(buffer, 0, await stream.ReadAsync(buffer, _stopping.Token)); // a character for each byte
        return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text));
    }

    private static bool IsWhole(string text) => text.Split("\r\n\r\n", 2) is [var head, var body] && body.Length >= LengthOf(head);

    // A request that was redirected may have no body.
    private static int LengthOf(string head) => head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } length
        ? int.Parse(length["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture)
        : 0;
}
