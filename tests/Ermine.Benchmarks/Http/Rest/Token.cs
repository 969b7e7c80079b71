using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ermine.Benchmarks.Http.Rest.Shared.Jwt;

namespace Ermine.Benchmarks.Http.Rest;

/// <summary>A token that the apps accept: HS256, the kind that is checked fastest, so that what a cache of checked tokens saves is not made to look large.</summary>
internal static class Token
{
    /// <summary>Whom it names.</summary>
    public const string Subject = "3f0c9c4e-6a31-4b8f-9a57-7f1e0d2c8b11";

    /// <summary>Makes one for some hours.</summary>
    public static string Create()
    {
        var now = DateTimeOffset.UtcNow;
        var payload = $$"""{"iss":"{{JwtTerms.Issuer}}","aud":"{{JwtTerms.Audience}}","sub":"{{Subject}}","scope":"shop.read shop.write","nbf":{{now.AddMinutes(-1).ToUnixTimeSeconds()}},"iat":{{now.AddMinutes(-1).ToUnixTimeSeconds()}},"exp":{{now.AddHours(6).ToUnixTimeSeconds()}}}""";
        var signed = $"{Text("""{"alg":"HS256","typ":"JWT"}""")}.{Text(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(JwtTerms.Secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The same token for somebody else, whom the signature does not name.</summary>
    public static string Forge(string token)
    {
        var parts = token.Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace(Subject, "somebody else", StringComparison.Ordinal);
        return $"{parts[0]}.{Text(payload)}.{parts[2]}";
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
