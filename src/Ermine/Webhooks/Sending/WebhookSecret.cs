using System.Security.Cryptography;

namespace Ermine.Webhooks.Sending;

/// <summary>Secrets as Standard Webhooks write them: <c>whsec_</c>, and 24 to 64 bytes in base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Fewest = 24;
    private const int Most = 64;

    /// <summary>A new secret, of 32 random bytes.</summary>
    public static string Create() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is wrong with a secret, without showing it; null where nothing is.</summary>
    public static string? FaultOf(string secret) => KeyOf(secret) is { Length: >= Fewest and <= Most } ? null : $"A secret is '{Prefix}' and from {Fewest} to {Most} bytes in base64, and this one is not.";

    /// <summary>The signatures of a message, one for each secret, as the header <c>webhook-signature</c> has them.</summary>
    public static string Sign(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = System.Text.Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret)!, signed))}"));
    }

    private static byte[]? KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return null;

        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) ? key[..length] : null;
    }
}
