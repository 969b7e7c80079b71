using System.Text;

namespace Ermine.Events.Matching;

/// <summary>A text of which each UTF-16 unit may stand in its lower or its upper form.</summary>
internal sealed class CaselessText
{
    private readonly (byte[] Lower, byte[] Upper)[] _units;

    public CaselessText(string text)
    {
        var units = new List<(byte[] Lower, byte[] Upper)>();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]))
            {
                // A half has no other form, so both halves stand for the character that they are.
                var pair = Encoding.UTF8.GetBytes(text.Substring(i++, 2));
                units.Add((pair, pair));
                continue;
            }

            units.Add((Encoding.UTF8.GetBytes(CaseForms.Lower(text[i])), Encoding.UTF8.GetBytes(CaseForms.Upper(text[i]))));
        }

        _units = [.. units];
        if (text.All(char.IsAscii)) Ascii = Encoding.ASCII.GetBytes(text.ToLowerInvariant());
    }

    /// <summary>The text in lower case where all of it is ASCII, so that only ASCII equals it; else null.</summary>
    public byte[]? Ascii { get; }

    /// <summary>Whether a value is the text.</summary>
    public bool IsAllOf(ReadOnlySpan<byte> value) => Ascii is { } ascii ? System.Text.Ascii.EqualsIgnoreCase(value, ascii) : StartOf(value) == value.Length;

    /// <summary>Whether a value begins with the text.</summary>
    public bool IsStartOf(ReadOnlySpan<byte> value) => StartOf(value) >= 0;

    /// <summary>Whether a value ends with the text.</summary>
    public bool IsEndOf(ReadOnlySpan<byte> value)
    {
        for (var i = _units.Length - 1; i >= 0; i--)
        {
            var (lower, upper) = _units[i];
            if (value.EndsWith(lower)) value = value[..^lower.Length];
            else if (value.EndsWith(upper)) value = value[..^upper.Length];
            else return false;
        }

        return true;
    }

    // How many bytes the text takes at the start of the value; -1 where it does not stand there. Of both forms of a unit none begins with the other, so there is no second try.
    private int StartOf(ReadOnlySpan<byte> value)
    {
        var at = 0;
        foreach (var (lower, upper) in _units)
        {
            var rest = value[at..];
            if (rest.StartsWith(lower)) at += lower.Length;
            else if (rest.StartsWith(upper)) at += upper.Length;
            else return -1;
        }

        return at;
    }
}
