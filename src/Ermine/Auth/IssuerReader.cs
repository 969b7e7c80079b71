using System.Globalization;
using System.Security.Cryptography;
using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Auth;

/// <summary>Reads the settings of issuers.</summary>
internal static class IssuerReader
{
    private static readonly string[] Known = ["Authority", "Issuer", "Audience", "Audiences", "JwksFile", "Keys", "SubjectPrefix", "RefreshSeconds", "GraceSeconds"];

    /// <summary>One section of <c>Ermine:Auth:Issuers</c>.</summary>
    /// <exception cref="ErmineStartupException">Something is missing or no value of its kind.</exception>
    public static IssuerSettings Read(IConfigurationSection section)
    {
        if (section.GetChildren().FirstOrDefault(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new ErmineStartupException($"The setting {unknown.Path} is none of an issuer.{(NearestName.Of(unknown.Key, Known) is { } meant ? $" Did you mean {meant}?" : "")} There are {string.Join(", ", Known)}.");

        var authority = AuthorityOf(section);
        var file = Text(section, "JwksFile");
        var keys = section.GetSection("Keys").GetChildren().Select(Key).ToArray();
        if ((authority is null ? 0 : 1) + (file is null ? 0 : 1) + (keys.Length > 0 ? 1 : 0) != 1)
            throw new ErmineStartupException($"The issuer {section.Path} takes its keys from one place: set Authority (an address of https), JwksFile (a path), or Keys:0:Pem, and only one of them.");

        return new IssuerSettings(
            section.Key,
            Text(section, "Issuer") ?? Text(section, "Authority") ?? throw new ErmineStartupException($"The issuer {section.Path} has no Issuer: set it to what its tokens say as 'iss'."),
            Texts(section, "Audience", "Audiences") is { Length: > 0 } audiences ? audiences : throw new ErmineStartupException($"The issuer {section.Path} has no Audiences: set Audiences:0 to what its tokens for this app say as 'aud'."))
        {
            Authority = authority,
            JwksFile = file,
            Keys = keys,
            SubjectPrefix = Text(section, "SubjectPrefix") ?? "",
            Refresh = Seconds(section, "RefreshSeconds", 300),
            Grace = Seconds(section, "GraceSeconds", 60),
        };
    }

    /// <summary>ASP.NET Core's own section, as <c>dotnet user-jwts</c> writes it: issuers with the secrets that stand beside them, or an authority.</summary>
    /// <exception cref="ErmineStartupException">A key is none.</exception>
    public static IEnumerable<IssuerSettings> ReadScheme(IConfigurationSection scheme)
    {
        var audiences = Texts(scheme, "ValidAudience", "ValidAudiences");
        var authority = AuthorityOf(scheme);
        var issuers = Texts(scheme, "ValidIssuer", "ValidIssuers");
        if (authority is not null) issuers = issuers is [] ? [Text(scheme, "Authority")!] : issuers;
        var secrets = scheme.GetSection("SigningKeys").GetChildren().ToArray();
        return from issuer in issuers
               let keys = secrets.Where(s => s["Issuer"] is not { } of || of == issuer).Select(s => SigningKey.OfSecret(null, Secret(s, "Value"))).ToArray()
               where keys.Length > 0 || authority is not null
               select new IssuerSettings(issuer, issuer, audiences) { Authority = keys.Length > 0 ? null : authority, Keys = keys };
    }

    private static Uri? AuthorityOf(IConfigurationSection section)
    {
        if (Text(section, "Authority") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))) return address;
        throw new ErmineStartupException($"The setting {section.Path}:Authority = '{text}' is no address of https; http is allowed for this machine only, since who can change the keys on their way can sign as everybody.");
    }

    private static SigningKey Key(IConfigurationSection key)
    {
        try
        {
            return key["Pem"] is { } pem ? SigningKey.OfPem(key["Id"], pem) : SigningKey.OfSecret(key["Id"], Secret(key, "Secret"));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new ErmineStartupException($"The setting {key.Path}:Pem is no public key in PEM, of RSA or an elliptic curve.", e);
        }
    }

    private static byte[] Secret(IConfigurationSection key, string name)
    {
        try
        {
            return Convert.FromBase64String(key[name] ?? throw new ErmineStartupException($"The key {key.Path} has neither Pem, a public key, nor {name}, a shared secret in base64."));
        }
        catch (FormatException e)
        {
            throw new ErmineStartupException($"The setting {key.Path}:{name} is no base64.", e);
        }
    }

    private static string? Text(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static string[] Texts(IConfigurationSection section, string one, string several) =>
        [.. new[] { Text(section, one) }.Concat(section.GetSection(several).GetChildren().Select(c => c.Value)).OfType<string>().Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];

    private static TimeSpan Seconds(IConfigurationSection section, string name, int otherwise)
    {
        if (Text(section, name) is not { } text) return TimeSpan.FromSeconds(otherwise);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400) return TimeSpan.FromSeconds(seconds);
        throw new ErmineStartupException($"The setting {section.Path}:{name} = '{text}' is no number of seconds from 0 to 86400.");
    }
}
