using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Ermine.Auth;

/// <summary>A token's SHA-256: by it a token is found again without being kept.</summary>
internal readonly record struct TokenKey(long A, long B, long C, long D)
{
    /// <summary>Characters of the longest token that is kept in mind: that bounds the memory which holders of good tokens can take.</summary>
    public const int MostCharacters = 4_096;

    /// <summary>The key of a token; no for one that is too long, or holds what no token does.</summary>
    public static bool TryMake(ReadOnlySpan<char> token, out TokenKey key)
    {
        key = default;
        if (token.Length > MostCharacters) return false;

        Span<byte> text = stackalloc byte[token.Length];
        if (Ascii.FromUtf16(token, text, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<long> hash = stackalloc long[4];
        SHA256.HashData(text, MemoryMarshal.AsBytes(hash));
        key = new TokenKey(hash[0], hash[1], hash[2], hash[3]);
        return true;
    }
}
