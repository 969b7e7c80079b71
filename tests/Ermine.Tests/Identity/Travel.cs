using System.Security.Claims;
using System.Text;
using Ermine.Identity;
using Ermine.Kernel;
using Microsoft.Extensions.Time.Testing;

namespace Ermine.Tests.Identity;

/// <summary>An identity on its way: attached by one app, read by another.</summary>
internal sealed class Travel
{
    public static readonly string Key = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    public static readonly string OtherKey = Convert.ToBase64String(Enumerable.Range(100, 32).Select(i => (byte)i).ToArray());

    public FakeTimeProvider Time { get; } = new(DateTimeOffset.FromUnixTimeSeconds(1_764_254_482));

    /// <summary>An app with these keys, that which signs first.</summary>
    public IdentityCarrier App(params string[] keys) => App(null, keys);

    /// <summary>An app that takes no identity that is older.</summary>
    public IdentityCarrier App(TimeSpan? maxAge, string[] keys, params string[] claims)
    {
        var settings = new IdentitySettings([.. keys.Select(k => IdentityKey.Read(k, "test"))], Attaches: true, maxAge, claims);
        return new IdentityCarrier(settings, new IdentityClaims(settings), Time);
    }

    public static ClaimsPrincipal User(string name, params Claim[] claims) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. claims], "test"));

    public static OutgoingMessage Vote(string body = "1", string queue = "votes") => new(queue, Encoding.UTF8.GetBytes(body));

    /// <summary>What was sent, as it is claimed.</summary>
    public static Message Arrived(OutgoingMessage sent, string? identity = null, string? body = null) => new(
        1, 1, 1, body is null ? sent.Payload : Encoding.UTF8.GetBytes(body), identity is null ? sent.Headers : new Dictionary<string, string> { [Message.Identity] = identity }, DateTimeOffset.UnixEpoch);
}
