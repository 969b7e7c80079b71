using System.Globalization;
using System.Security.Claims;

namespace Ermine.Identity;

/// <summary>An identity as it travels: <c>1764254482;Bearer;;;https://issuer;sub=42;!n=alice;!r=voter</c>. First the second at which it was written, then how the
/// caller was authenticated, the claim types of names and roles where they are others than usual, the issuer of the claims, and the claims.</summary>
/// <remarks>What is signed is this text, letter by letter. Everything in it is escaped as in an address, so that a semicolon or an equals sign is always a separator.</remarks>
internal static class IdentityText
{
    private const int HeadParts = 5;
    private const string NameMark = "!n";
    private const string RoleMark = "!r";
    private const string IdMark = "!i";

    /// <summary>Writes the authenticated identities of a user as one, with the claims that travel.</summary>
    public static string Write(ClaimsPrincipal user, IdentityClaims claims, DateTimeOffset now)
    {
        var known = user.Identities.Where(i => i.IsAuthenticated).ToArray();
        var first = known[0];
        var issuer = known.SelectMany(i => i.Claims).FirstOrDefault()?.Issuer ?? ClaimsIdentity.DefaultIssuer;
        IEnumerable<string> head =
        [
            now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Escape(first.AuthenticationType!),
            first.NameClaimType == ClaimsIdentity.DefaultNameClaimType ? "" : Escape(first.NameClaimType),
            first.RoleClaimType == ClaimsIdentity.DefaultRoleClaimType ? "" : Escape(first.RoleClaimType),
            issuer == ClaimsIdentity.DefaultIssuer ? "" : Escape(issuer),
        ];
        return string.Join(';', head.Concat(known.SelectMany(i => i.Claims.Where(c => c.Type == i.NameClaimType || c.Type == i.RoleClaimType || claims.Has(c)), (i, c) => Claim(i, c, issuer)).Distinct()));
    }

    /// <summary>Reads what <see cref="Write"/> has written; null for what it cannot have.</summary>
    public static (DateTimeOffset At, ClaimsPrincipal User, string Claims)? Read(string text)
    {
        var parts = text.Split(';');
        if (parts.Length < HeadParts || parts[1].Length == 0 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var second) || second > 253_402_300_799) return null;

        var identity = new ClaimsIdentity(
            Uri.UnescapeDataString(parts[1]), parts[2].Length == 0 ? ClaimsIdentity.DefaultNameClaimType : Uri.UnescapeDataString(parts[2]), parts[3].Length == 0 ? ClaimsIdentity.DefaultRoleClaimType : Uri.UnescapeDataString(parts[3]));
        var issuer = parts[4].Length == 0 ? ClaimsIdentity.DefaultIssuer : Uri.UnescapeDataString(parts[4]);
        foreach (var part in parts.AsSpan(HeadParts))
        {
            if (part.Split('=') is not [var type, var value, .. var rest] || rest.Length > 2) return null;
            identity.AddClaim(new Claim(
                Type(identity, type), Uri.UnescapeDataString(value), rest is [{ Length: > 0 } valueType, ..] ? Uri.UnescapeDataString(valueType) : ClaimValueTypes.String, rest is [_, var other] ? Uri.UnescapeDataString(other) : issuer));
        }

        return (DateTimeOffset.FromUnixTimeSeconds(second), new ClaimsPrincipal(identity), text[(parts[0].Length + 1)..]);
    }

    /// <summary>The claim type that takes most of a text, for whoever has to make it smaller.</summary>
    public static string Largest(ClaimsPrincipal user, IdentityClaims claims) => user.Identities.Where(i => i.IsAuthenticated)
        .SelectMany(i => i.Claims.Where(c => c.Type == i.NameClaimType || c.Type == i.RoleClaimType || claims.Has(c)))
        .GroupBy(c => c.Type).MaxBy(alike => alike.Sum(c => c.Type.Length + c.Value.Length))?.Key ?? ClaimTypes.Name;

    private static string Claim(ClaimsIdentity identity, Claim claim, string issuer)
    {
        var type = claim.Type == identity.NameClaimType ? NameMark : claim.Type == identity.RoleClaimType ? RoleMark : claim.Type == ClaimTypes.NameIdentifier ? IdMark : Escape(claim.Type);
        var valueType = claim.ValueType == ClaimValueTypes.String ? "" : Escape(claim.ValueType);
        var text = $"{type}={Escape(claim.Value)}";
        return claim.Issuer != issuer ? $"{text}={valueType}={Escape(claim.Issuer)}" : valueType.Length > 0 ? $"{text}={valueType}" : text;
    }

    private static string Type(ClaimsIdentity identity, string written) => written switch
    {
        NameMark => identity.NameClaimType,
        RoleMark => identity.RoleClaimType,
        IdMark => ClaimTypes.NameIdentifier,
        _ => Uri.UnescapeDataString(written),
    };

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
