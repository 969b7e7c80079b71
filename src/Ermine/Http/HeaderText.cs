using System.Buffers;
using System.Text;

namespace Ermine.Http;

/// <summary>The text of a header: visible ASCII, spaces and tabs.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c), '\t']);

    /// <summary>The text with each other character as an address has it: <c>%C3%BC</c>, by its bytes in UTF-8.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Allowed)) return text;

        var encoded = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes()) // half a surrogate is a replacement character by then
        {
            if (rune.IsBmp && Allowed.Contains((char)rune.Value)) encoded.Append((char)rune.Value);
            else foreach (var part in bytes[..rune.EncodeToUtf8(bytes)]) encoded.Append('%').Append(part.ToString("X2"));
        }

        return encoded.ToString();
    }
}
