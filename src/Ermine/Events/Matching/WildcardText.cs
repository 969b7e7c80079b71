using System.Text;

namespace Ermine.Events.Matching;

/// <summary>
/// A text with runs of any characters in it. What stands between runs is looked for from left to right, each piece at its first place, so no place is tried twice;
/// long pieces by Knuth, Morris and Pratt (1977), so that the time is linear in the value whatever the pieces are.
/// </summary>
internal sealed class WildcardText
{
    private const int LongPiece = 16;

    private readonly byte[][] _middle;
    private readonly int[]?[] _borders;
    private readonly bool _hasRun;

    public WildcardText(string pattern)
    {
        var pieces = new List<byte[]>();
        var piece = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '*')
            {
                pieces.Add(Encoding.UTF8.GetBytes(piece.ToString()));
                piece.Clear();
                continue;
            }

            if (pattern[i] == '\\') i++;
            piece.Append(pattern[i]);
        }

        pieces.Add(Encoding.UTF8.GetBytes(piece.ToString()));
        _hasRun = pieces.Count > 1;
        (Start, End) = (pieces[0], pieces[^1]);
        _middle = _hasRun ? [.. pieces[1..^1]] : [];
        _borders = [.. _middle.Select(m => m.Length > LongPiece ? Borders(m) : null)];
    }

    /// <summary>What stands before the first run.</summary>
    public byte[] Start { get; }

    /// <summary>What stands behind the last run.</summary>
    public byte[] End { get; }

    /// <summary>Whether a value is the text.</summary>
    public bool IsAllOf(ReadOnlySpan<byte> value)
    {
        if (!_hasRun) return value.SequenceEqual(Start);
        if (value.Length < Start.Length + End.Length || !value.StartsWith(Start) || !value.EndsWith(End)) return false;

        value = value[Start.Length..^End.Length];
        for (var i = 0; i < _middle.Length; i++)
        {
            var place = _borders[i] is { } borders ? Find(value, _middle[i], borders) : value.IndexOf(_middle[i]);
            if (place < 0) return false;
            value = value[(place + _middle[i].Length)..];
        }

        return true;
    }

    private static int Find(ReadOnlySpan<byte> value, byte[] piece, int[] borders)
    {
        var matched = 0;
        for (var i = 0; i < value.Length; i++)
        {
            while (matched > 0 && value[i] != piece[matched]) matched = borders[matched - 1];
            if (value[i] == piece[matched]) matched++;
            if (matched == piece.Length) return i + 1 - matched;
        }

        return -1;
    }

    private static int[] Borders(byte[] piece)
    {
        var borders = new int[piece.Length];
        for (int i = 1, length = 0; i < piece.Length; i++)
        {
            while (length > 0 && piece[i] != piece[length]) length = borders[length - 1];
            if (piece[i] == piece[length]) length++;
            borders[i] = length;
        }

        return borders;
    }
}
