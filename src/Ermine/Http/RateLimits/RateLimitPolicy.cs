using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.RateLimits;

/// <summary>What <c>[RateLimit]</c> says, read once.</summary>
/// <param name="Function">The function's id.</param>
/// <param name="PerSecond">Calls that come in each second.</param>
/// <param name="Burst">Calls that are kept at most.</param>
/// <param name="By">Who shares one limit.</param>
internal sealed record RateLimitPolicy(string Function, double PerSecond, int Burst, RateLimitBy By)
{
    /// <summary>The header that states it, after the IETF's draft "RateLimit header fields for HTTP": so many in so many seconds.</summary>
    public string Header { get; } = string.Create(CultureInfo.InvariantCulture, $"\"default\";q={Burst};w={Math.Max(1, (long)Math.Ceiling(Burst / PerSecond))}");

    /// <exception cref="ErmineStartupException">The rate cannot be read.</exception>
    public static RateLimitPolicy Of(FunctionDescriptor function, RateLimitAttribute limit)
    {
        if (RateText.PerSecond(limit.Rate) is not { } perSecond)
            throw new ErmineStartupException($"Function '{function.Id}' has the limit [RateLimit(\"{limit.Rate}\")], which is no rate; write it as \"100/m\": a number, and s, m, h or d (ERM421).");
        var number = int.Parse(limit.Rate.AsSpan(0, limit.Rate.IndexOf('/', StringComparison.Ordinal)).Trim(), CultureInfo.InvariantCulture);
        return new RateLimitPolicy(function.Id, perSecond, limit.Burst > 0 ? limit.Burst : number, limit.By);
    }

    /// <summary>Whose limit a call counts towards.</summary>
    public string Partition(HttpContext context) => By switch
    {
        RateLimitBy.Function => "",
        RateLimitBy.User when Caller.Of(context) is { } user => $"user\n{user}",
        _ => $"address\n{Network(context)}",
    };

    /// <summary>The name of a partition in the database: of a bounded length, and without anybody's name.</summary>
    public string StoredName(string partition) => $"http/{Function}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(partition)).AsSpan(0, 16))}";

    // Of an IPv6 address the first 64 bits: the others are the caller's to choose.
    private static string Network(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 16 ? Convert.ToHexStringLower(bytes.AsSpan(0, 8)) : address.ToString();
    }
}
