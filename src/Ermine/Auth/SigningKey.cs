using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Ermine.Auth;

/// <summary>A key that an issuer signs with, and the algorithms that it is for: those of its own kind, whatever a token asks for.</summary>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Algorithms, string? Weakness, string Thumbprint)
{
    private const int LeastRsaBits = 2_048;
    private const int LeastSecretBits = 256;

    /// <summary>What tokens name it by; null for one without a name.</summary>
    public string? Id => Key.KeyId;

    /// <summary>When it stops to count; null while it is published.</summary>
    public DateTimeOffset? RetiresAt { get; init; }

    /// <summary>A key of a JSON Web Key Set; null for one that signs no tokens.</summary>
    public static SigningKey? Of(JsonWebKey key)
    {
        if (key.Use is not (null or "" or "sig")) return null;
        var algorithms = AlgorithmsOf(key);
        if (!string.IsNullOrEmpty(key.Alg)) algorithms = [.. PssOf(key).Concat(algorithms).Where(a => a == key.Alg)];
        return algorithms.Length == 0 ? null : new SigningKey(key, algorithms, WeaknessOf(key.KeySize, key.Kty), Convert.ToHexString(key.ComputeJwkThumbprint()) + key.KeyId + string.Concat(algorithms));
    }

    /// <summary>A public key in PEM.</summary>
    /// <exception cref="ArgumentException">It is neither RSA nor of an elliptic curve.</exception>
    public static SigningKey OfPem(string? id, string pem)
    {
        JsonWebKey key;
        try
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)));
        }
        catch (CryptographicException) // of the other kind, then
        {
            var curve = ECDsa.Create();
            curve.ImportFromPem(pem);
            key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(curve.ExportParameters(false))));
        }

        key.KeyId = key.Kid = id;
        return Of(key) ?? throw new ArgumentException("The key is of no kind that signs tokens.", nameof(pem));
    }

    /// <summary>A secret that issuer and app share, as <c>dotnet user-jwts</c> makes one.</summary>
    public static SigningKey OfSecret(string? id, byte[] secret) =>
        new(new SymmetricSecurityKey(secret) { KeyId = id }, ["HS256", "HS384", "HS512"], WeaknessOf(secret.Length * 8, "oct"), Convert.ToHexString(SHA256.HashData(secret)) + id);

    private static string[] AlgorithmsOf(JsonWebKey key) => (key.Kty, key.Crv) switch
    {
        ("RSA", _) => ["RS256", "RS384", "RS512"],
        ("EC", "P-256") => ["ES256"],
        ("EC", "P-384") => ["ES384"],
        ("EC", "P-521") => ["ES512"],
        ("oct", _) => ["HS256", "HS384", "HS512"],
        _ => [],
    };

    // A key that does not say so is not for PSS: one key, one padding.
    private static string[] PssOf(JsonWebKey key) => key.Kty == "RSA" ? ["PS256", "PS384", "PS512"] : [];

    private static string? WeaknessOf(int bits, string kind) => kind switch
    {
        "RSA" when bits < LeastRsaBits => $"the key has {bits} bits, and {LeastRsaBits} are the least",
        "oct" when bits < LeastSecretBits => $"the secret has {bits} bits, and {LeastSecretBits} are the least",
        _ => null,
    };
}
