using System.Runtime.CompilerServices;

namespace Ermine.Events.Matching;

/// <summary>A number of up to 18 digits without an exponent, which most are, so that two compare by a few multiplications.</summary>
/// <param name="Digits">All its digits as an integer, with its sign.</param>
/// <param name="Scale">How many of them stand behind the point, the last of which is not 0: so equal numbers are the same here.</param>
internal readonly record struct SmallDecimal(long Digits, int Scale)
{
    private const int MostDigits = 18;
    private const int ShortDigits = 9;

    private static readonly long[] Powers = [.. Enumerable.Range(0, MostDigits + 1).Select(p => (long)Math.Pow(10, p))];

    /// <summary>Reads a JSON number, unless it is too long or has an exponent.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out SmallDecimal number)
    {
        number = default;
        var isNegative = text[0] == (byte)'-';
        if (isNegative) text = text[1..];
        if (text.Length > MostDigits) return false;

        var (digits, point) = (0L, -1);
        for (var i = 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9) digits = digits * 10 + digit;
            else if (text[i] == (byte)'.') point = i;
            else return false;
        }

        var scale = point < 0 ? 0 : text.Length - 1 - point;
        for (; scale > 0 && digits % 10 == 0; scale--) digits /= 10;
        number = new SmallDecimal(isNegative ? -digits : digits, scale);
        return true;
    }

    /// <summary>Below 0 where this number is less than the other, 0 where they are equal, above 0 where it is more.</summary>
    public int CompareTo(SmallDecimal other) => Scale == other.Scale ? Digits.CompareTo(other.Digits) : CompareScaled(other);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int CompareScaled(SmallDecimal other)
    {
        if (IsShort && other.IsShort) return (Digits * Powers[other.Scale]).CompareTo(other.Digits * Powers[Scale]);

        return ((Int128)Digits * Powers[other.Scale]).CompareTo((Int128)other.Digits * Powers[Scale]);
    }

    // Of up to nine digits, so that a product with the other's power of ten has at most eighteen.
    private bool IsShort => Scale <= ShortDigits && Digits is > -1_000_000_000 and < 1_000_000_000;
}
