using System.Net;
using System.Net.Sockets;

namespace Ermine.Webhooks.Sending;

/// <summary>Which addresses are anybody's on the internet. All others are refused: those that the registries of special-purpose addresses of IANA (RFC 6890) do not
/// have as globally reachable, those by which an address of version 4 is written as one of version 6, and what a cloud serves its machines from.</summary>
internal static class AddressRanges
{
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3"); // all that was ever handed out

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "168.63.129.16/32", // Azure's own services, for each machine of it
            "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address is one that anybody may be sent to.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global6.Contains(plain)) && !Array.Exists(Special, network => network.Contains(plain));
    }

    /// <summary>An address of version 4 that is written as one of version 6 (<c>::ffff:10.0.0.1</c>) as what it is.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
