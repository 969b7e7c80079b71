using System.Security.Cryptography;
using System.Text;

namespace Ermine.Events;

/// <summary>Texts of events as keys of messages, which have at most 256 characters.</summary>
internal static class Keys
{
    private const int Longest = 256;
    private const int HashDigits = 32;

    /// <summary>The text, or its beginning with a hash of the whole where it is longer.</summary>
    public static string Short(string text) => text.Length <= Longest
        ? text
        : $"{text[..(Longest - HashDigits - 1)]}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, HashDigits / 2))}";
}
