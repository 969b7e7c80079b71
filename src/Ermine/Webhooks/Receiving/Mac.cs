using System.Security.Cryptography;

namespace Ermine.Webhooks.Receiving;

/// <summary>Authentication codes by the secrets that a sender may sign with: several, while one takes another's place.</summary>
internal sealed class Mac(WebhookHash hash, IReadOnlyList<byte[]> secrets)
{
    private readonly HashAlgorithmName _hash = hash switch
    {
        WebhookHash.Sha1 => HashAlgorithmName.SHA1,
        WebhookHash.Sha512 => HashAlgorithmName.SHA512,
        _ => HashAlgorithmName.SHA256,
    };

    /// <summary>Whether one of the signatures is that of one of the secrets. It takes as long for wrong ones as for right ones.</summary>
    /// <param name="content">What is signed, in parts.</param>
    /// <param name="signatures">The signatures; one of another length fits nothing.</param>
    public bool Fits(IReadOnlyList<ReadOnlyMemory<byte>> content, IReadOnlyList<byte[]> signatures)
    {
        var fits = false;
        foreach (var secret in secrets)
        {
            using var mac = IncrementalHash.CreateHMAC(_hash, secret);
            foreach (var part in content) mac.AppendData(part.Span);
            var expected = mac.GetHashAndReset();
            foreach (var signature in signatures) fits |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return fits;
    }
}
