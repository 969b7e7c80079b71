using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Identity;

/// <summary>A key by which identities are signed: HMAC-SHA256 over the queue, the body's hash, and the identity as it is written.</summary>
internal sealed class IdentityKey(byte[] bytes)
{
    private const int FewestBytes = 32;

    /// <summary>By what it is found again among others; says nothing about the key.</summary>
    public string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 4));

    /// <exception cref="ErmineStartupException">It is no base64, or too short. The message does not show it.</exception>
    public static IdentityKey Read(string text, string setting)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) throw new ErmineStartupException($"The setting {setting} is no base64: {IdentitySettings.Remedy}.");
        if (length < FewestBytes) throw new ErmineStartupException($"The setting {setting} has {length} bytes, and a key has at least {FewestBytes}: {IdentitySettings.Remedy}.");
        return new IdentityKey(bytes[..length]);
    }

    /// <summary>The signature of an identity on a message.</summary>
    public string Sign(string queue, ReadOnlyMemory<byte> body, string identity) => Base64Url.EncodeToString(Mac(queue, body, identity));

    /// <summary>Whether it is; takes as long for a wrong signature as for a right one.</summary>
    public bool Verifies(string signature, string queue, ReadOnlyMemory<byte> body, string identity)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Base64Url.GetMaxDecodedLength(signature.Length) == given.Length && Base64Url.TryDecodeFromChars(signature, given, out var length) && length == given.Length
            && CryptographicOperations.FixedTimeEquals(given, Mac(queue, body, identity));
    }

    // A queue's name has no line break, and a hash has its length: nothing can be moved from one part into another.
    private byte[] Mac(string queue, ReadOnlyMemory<byte> body, string identity) =>
        HMACSHA256.HashData(bytes, Encoding.UTF8.GetBytes($"ermine-identity/1\n{queue}\n{Convert.ToHexStringLower(SHA256.HashData(body.Span))}\n{identity}"));
}
