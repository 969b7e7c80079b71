using Ermine.Kernel;
using Microsoft.Extensions.Configuration;

namespace Ermine.Auth;

/// <summary>Whose tokens an app takes, and its policies, as configuration has them.</summary>
internal sealed record AuthSettings(IReadOnlyList<IssuerSettings> Issuers, IReadOnlyDictionary<string, string> Policies)
{
    /// <summary>Where issuers stand.</summary>
    public const string IssuersSection = "Ermine:Auth:Issuers";

    /// <summary>Where policies stand.</summary>
    public const string PoliciesSection = "Ermine:Auth:Policies";

    /// <summary>Reads <c>Ermine:Auth</c>, and what <c>dotnet user-jwts</c> writes under <c>Authentication:Schemes:Bearer</c>.</summary>
    /// <exception cref="ErmineStartupException">Something in it is missing or no value of its kind.</exception>
    public static AuthSettings Read(IConfiguration configuration)
    {
        IssuerSettings[] issuers = [.. configuration.GetSection(IssuersSection).GetChildren().Select(IssuerReader.Read), .. IssuerReader.ReadScheme(configuration.GetSection("Authentication:Schemes:Bearer"))];
        if (issuers.GroupBy(i => i.Issuer, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ErmineStartupException($"Two issuers under {IssuersSection}, {string.Join(" and ", twice.Select(i => $"'{i.Name}'"))}, are both '{twice.Key}'; an issuer stands there once, with all its audiences and keys.");

        return new AuthSettings(issuers, configuration.GetSection(PoliciesSection).GetChildren().ToDictionary(p => p.Key, p => p.Value ?? "", StringComparer.OrdinalIgnoreCase));
    }
}
