namespace Ermine.Shared.Patterns;

/// <summary>
/// A JSON number as the exact decimal that its text says, however long: its significant digits, and the power of ten that the first of them has.
/// It is a view of the text, so that comparing allocates nothing.
/// </summary>
internal readonly ref struct DecimalView
{
    /// <summary>Exponents beyond this are all alike; no operand of a pattern comes near it.</summary>
    private const long FarthestExponent = 100_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> _head;
    private readonly ReadOnlySpan<byte> _tail;
    private readonly bool _isNegative;

    /// <summary>Reads a text that is a JSON number.</summary>
    public DecimalView(ReadOnlySpan<byte> number)
    {
        _isNegative = number[0] == (byte)'-';
        var digits = _isNegative ? number.Slice(1) : number;
        var mark = digits.IndexOfAny((byte)'e', (byte)'E');
        long exponent = 0;
        if (mark >= 0)
        {
            exponent = Exponent(digits.Slice(mark + 1));
            digits = digits.Slice(0, mark);
        }

        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits.Slice(0, point);
        var fraction = point < 0 ? default : digits.Slice(point + 1);
        fraction = fraction.Slice(0, fraction.Length - TrailingZeros(fraction));
        _head = whole.Slice(LeadingZeros(whole));
        if (_head.Length > 0)
        {
            _tail = fraction;
            Magnitude = _head.Length - 1 + exponent;
        }
        else
        {
            var zeros = LeadingZeros(fraction);
            _tail = fraction.Slice(zeros);
            Magnitude = exponent - zeros - 1;
        }

        if (_tail.Length == 0) _head = _head.Slice(0, _head.Length - TrailingZeros(_head));
        if (!IsZero) return;

        (_isNegative, Magnitude) = (false, 0);
    }

    /// <summary>The power of ten of the first significant digit: 0 for 5, 2 for 500, -1 for 0.5.</summary>
    public long Magnitude { get; }

    /// <summary>Whether it is 0, or -0, which is the same.</summary>
    public bool IsZero => _head.Length + _tail.Length == 0;

    /// <summary>Whether it is below 0.</summary>
    public bool IsNegative => _isNegative;

    /// <summary>How many significant digits it has.</summary>
    public int Count => _head.Length + _tail.Length;

    /// <summary>A significant digit, from the first; 0 behind the last.</summary>
    public int this[int index] => index < _head.Length ? _head[index] - '0' : index < Count ? _tail[index - _head.Length] - '0' : 0;

    /// <summary>Below 0 where this number is less than the other, 0 where they are equal, above 0 where it is more.</summary>
    public int CompareTo(DecimalView other)
    {
        if (IsZero || other.IsZero) return Sign - other.Sign;
        if (_isNegative != other._isNegative) return Sign;
        if (Magnitude != other.Magnitude) return Magnitude > other.Magnitude == _isNegative ? -1 : 1;

        var count = Math.Max(Count, other.Count);
        for (var i = 0; i < count; i++)
        {
            if (this[i] != other[i]) return this[i] > other[i] == _isNegative ? -1 : 1;
        }

        return 0;
    }

    private int Sign => IsZero ? 0 : _isNegative ? -1 : 1;

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        var isNegative = text[0] == (byte)'-';
        long value = 0;
        foreach (var c in text)
        {
            if (c is >= (byte)'0' and <= (byte)'9') value = Math.Min(value * 10 + (c - '0'), FarthestExponent);
            if (value == FarthestExponent) break;
        }

        return isNegative ? -value : value;
    }

    private static int LeadingZeros(ReadOnlySpan<byte> digits)
    {
        var count = 0;
        while (count < digits.Length && digits[count] == (byte)'0') count++;
        return count;
    }

    private static int TrailingZeros(ReadOnlySpan<byte> digits)
    {
        var count = 0;
        while (count < digits.Length && digits[digits.Length - 1 - count] == (byte)'0') count++;
        return count;
    }
}
