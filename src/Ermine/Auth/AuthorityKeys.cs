using System.Text.Json;

namespace Ermine.Auth;

/// <summary>Keys that an issuer publishes, found by OpenID Connect's discovery.</summary>
internal sealed class AuthorityKeys(Uri authority, string issuer) : KeySource
{
    // One for all issuers. It follows no redirection: where the keys are, the issuer's own document says.
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = 1_048_576,
    };

    public override string Place => $"{authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration";

    public override async Task<IReadOnlyList<SigningKey>> ReadAsync(CancellationToken ct)
    {
        using var discovery = JsonDocument.Parse(await Client.GetStringAsync(new Uri(Place), ct));
        var says = Text(discovery, "issuer");
        if (says != issuer) throw new InvalidDataException($"The authority says that its issuer is '{says}', and the settings say '{issuer}': set Issuer to what it says, if that is right.");

        var address = new Uri(Text(discovery, "jwks_uri"));
        if (address.Scheme != authority.Scheme && address.Scheme != Uri.UriSchemeHttps) throw new InvalidDataException("The address of the keys is not one of https.");
        return KeySet.Read(await Client.GetStringAsync(address, ct), isPublic: true);
    }

    private static string Text(JsonDocument discovery, string name) =>
        discovery.RootElement.TryGetProperty(name, out var value) && value.GetString() is { } text ? text : throw new InvalidDataException($"The authority's document has no '{name}'.");
}
