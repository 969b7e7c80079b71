using System.Net;
using System.Net.Sockets;

namespace Ermine.Webhooks.Sending;

/// <summary>Keeps deliveries out of the app's own network (SSRF). The name of a destination is resolved once for a connection, every address is judged, and the connection
/// is made to one that was: a name that answers otherwise a moment later changes nothing.</summary>
/// <param name="settings">What is allowed beyond the public internet.</param>
/// <param name="resolve">Resolves a name. Default: the system's resolver.</param>
internal sealed class AddressGuard(WebhookSettings settings, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    private const int LongestUrl = 2_048;

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>What is wrong with an address, as far as it can be told without asking anybody; null where nothing is.</summary>
    public string? FaultOf(string url)
    {
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Host.Length == 0) return $"it is no absolute address of at most {LongestUrl:N0} characters, such as https://example.org/events";
        if (address.UserInfo.Length > 0) return "it has a user in it; a delivery is proven by its signature";
        if (address.Scheme != Uri.UriSchemeHttps && (address.Scheme != Uri.UriSchemeHttp || !settings.AllowsHttp)) return "it is not https";
        return IPAddress.TryParse(address.DnsSafeHost, out var literal) && !IsAllowed(address.DnsSafeHost, literal) ? Refusal(literal) : null;
    }

    /// <summary>Connects to a destination, for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="HttpRequestException">An address of it is not allowed, or none answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var end = context.DnsEndPoint;
        var addresses = await AllowedAsync(end.Host, ct);
        for (var i = 0; ; i++)
        {
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(addresses[i], end.Port), ct);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException) when (i + 1 < addresses.Count)
            {
                socket.Dispose(); // the next one may answer
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    /// <summary>The addresses of a host: all of them, or none, since whoever mixes them means no good.</summary>
    internal async Task<IReadOnlyList<IPAddress>> AllowedAsync(string host, CancellationToken ct)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await _resolve(host, ct);
        if (addresses.Length == 0) throw new HttpRequestException(HttpRequestError.NameResolutionError, $"The name '{host}' has no address.");
        if (Array.Find(addresses, address => !IsAllowed(host, address)) is { } refused) throw new HttpRequestException(HttpRequestError.ConnectionError, $"Nothing is sent to '{host}': {Refusal(refused)}.");
        return [.. addresses.Select(AddressRanges.Plain)];
    }

    private bool IsAllowed(string host, IPAddress address) => AddressRanges.IsPublic(address) || settings.Allows(host, AddressRanges.Plain(address));

    private static string Refusal(IPAddress address) => $"its address {address} is not of the public internet, and {WebhookSettings.AllowedHosts} does not name it";
}
