using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Events.Matching;

/// <summary>One alternative of a field, ready to look at values.</summary>
internal sealed class ValueTest
{
    private readonly PatternOperator _operator;
    private readonly byte[] _text = [];
    private readonly byte[][] _texts = [];
    private readonly CaselessText[] _caseless = [];
    private readonly WildcardText[] _wildcards = [];
    private readonly Address? _address;
    private readonly bool _isComparable;
    private readonly ValueKind _literal;
    private readonly NumberConstant? _low;
    private readonly NumberConstant? _high;
    private readonly bool _isLowInside;
    private readonly bool _isHighInside;
    private readonly NumberConstant[] _numbers = [];
    private readonly ByteSet? _set;

    public ValueTest(PatternTest test, string pattern)
    {
        Source = test;
        _operator = test.Operator;
        Written = pattern.Substring(test.Offset, test.Length);
        var values = test.Values;
        switch (test.Operator)
        {
            case PatternOperator.Equal:
                _text = Encoding.UTF8.GetBytes(values[0].Text);
                if (Address.TryParse(_text, out var address)) _address = address;
                break;
            case PatternOperator.Exactly or PatternOperator.Prefix or PatternOperator.Suffix:
                _text = Encoding.UTF8.GetBytes(values[0].Text);
                break;
            case PatternOperator.Number:
                _numbers = [new NumberConstant(values[0].Text)];
                _isComparable = IsComparable(values[0].Text);
                break;
            case PatternOperator.Literal:
                _literal = values[0].Text switch { "true" => ValueKind.True, "false" => ValueKind.False, _ => ValueKind.Null };
                break;
            case PatternOperator.PrefixIgnoreCase or PatternOperator.SuffixIgnoreCase or PatternOperator.EqualsIgnoreCase or PatternOperator.NotEqualsIgnoreCase:
                _caseless = [.. values.Select(v => new CaselessText(v.Text))];
                break;
            case PatternOperator.Wildcard or PatternOperator.NotWildcard:
                _wildcards = [.. values.Select(v => new WildcardText(v.Text))];
                break;
            case PatternOperator.Numeric:
                _low = test.Range!.Low is { } low ? new NumberConstant(low) : null;
                (_isLowInside, _isHighInside) = (test.Range.IsLowInside, test.Range.IsHighInside);
                _high = test.Range.High is { } high ? new NumberConstant(high) : null;
                break;
            case PatternOperator.NotNumber:
                _numbers = [.. values.Select(v => new NumberConstant(v.Text))];
                break;
            case PatternOperator.NotText or PatternOperator.NotPrefix or PatternOperator.NotSuffix:
                _texts = [.. values.Select(v => Encoding.UTF8.GetBytes(v.Text))];
                if (test.Operator == PatternOperator.NotText && _texts.Length > ByteSet.Least) _set = new ByteSet(_texts);
                break;
        }
    }

    /// <summary>The alternative as it was read. Its place is that in the first pattern that had it.</summary>
    public PatternTest Source { get; }

    /// <summary>The alternative as it was written.</summary>
    public string Written { get; }

    /// <summary>The text of an alternative that one string passes and no other; null for the rest.</summary>
    public byte[]? OnlyText => Source.Operator is PatternOperator.Equal or PatternOperator.Exactly && _address is null ? _text : null;

    /// <summary>The number of an alternative that small numbers pass which are the same, and no others; null for the rest.</summary>
    public SmallDecimal? OnlyNumber => _operator == PatternOperator.Number && _isComparable ? _numbers[0].Small : null;

    /// <summary>The range of an alternative that small numbers pass which lie in it, and no others; null for the rest.</summary>
    public SmallRange? OnlyRange => _operator == PatternOperator.Numeric && (_low is null || _low.Small is not null) && (_high is null || _high.Small is not null) ? new SmallRange(_low?.Small, _isLowInside, _high?.Small, _isHighInside) : null;

    /// <summary>What the values that pass have in common, one of it; null where that cannot be looked up.</summary>
    public IndexKey? Key => Source.Operator switch
    {
        PatternOperator.Equal when _address is { } address => IndexKey.Of(address),
        PatternOperator.Equal or PatternOperator.Exactly => new IndexKey(IndexKind.Text, 0, ByteHash.Of(_text)),
        PatternOperator.Number => IndexKey.Of(_numbers[0].Text),
        PatternOperator.Numeric when Source.Range is { IsLowInside: true, IsHighInside: true } && Source.Range.Low == Source.Range.High => IndexKey.Of(_low!.Text),
        PatternOperator.Literal => new IndexKey(IndexKind.Literal, 0, (ulong)_literal),
        PatternOperator.Prefix => Prefix(_text),
        PatternOperator.Suffix => Suffix(_text),
        PatternOperator.EqualsIgnoreCase when _caseless[0].Ascii is { } ascii => new IndexKey(IndexKind.Caseless, 0, ByteHash.Of(ascii)),
        PatternOperator.Wildcard => Prefix(_wildcards[0].Start) ?? Suffix(_wildcards[0].End),
        _ => null,
    };

    /// <summary>Whether some string may pass.</summary>
    public bool IsForTexts => _operator is not (PatternOperator.Number or PatternOperator.Literal or PatternOperator.Numeric or PatternOperator.Absent);

    /// <summary>Whether some number may pass.</summary>
    public bool IsForNumbers => _operator is PatternOperator.Number or PatternOperator.Numeric or PatternOperator.Exists || IsNegation;

    private bool IsNegation => _operator >= PatternOperator.NotText;

    // Each operator has a method of its own, so that none pays for the others' locals.
    /// <summary>Whether a string passes.</summary>
    public bool MatchesText(ReadOnlySpan<byte> text) => _operator switch
    {
        PatternOperator.Equal => text.SequenceEqual(_text) || _address is not null && IsSameAddress(text),
        PatternOperator.Exactly => text.SequenceEqual(_text),
        PatternOperator.Prefix => text.StartsWith(_text),
        PatternOperator.Suffix => text.EndsWith(_text),
        PatternOperator.PrefixIgnoreCase => _caseless[0].IsStartOf(text),
        PatternOperator.SuffixIgnoreCase => _caseless[0].IsEndOf(text),
        PatternOperator.EqualsIgnoreCase => _caseless[0].IsAllOf(text),
        PatternOperator.Wildcard => _wildcards[0].IsAllOf(text),
        PatternOperator.Cidr => IsInBlock(text),
        PatternOperator.Exists or PatternOperator.NotNumber => true,
        PatternOperator.NotText => !IsAnyOf(text),
        _ => IsForTexts && !AnyText(text),
    };

    /// <summary>Whether a number passes.</summary>
    public bool MatchesNumber(in MetNumber number) => _operator switch
    {
        PatternOperator.Number => number.Text.SequenceEqual(_numbers[0].Text) || _isComparable && _numbers[0].Compare(in number) == 0,
        PatternOperator.Numeric => IsInRange(in number),
        PatternOperator.NotNumber => !AnyNumber(in number),
        _ => IsForNumbers,
    };

    /// <summary>Whether true, false or null passes.</summary>
    public bool MatchesLiteral(ValueKind kind) => _operator == PatternOperator.Literal ? kind == _literal : _operator == PatternOperator.Exists || IsNegation;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsSameAddress(ReadOnlySpan<byte> text) => Address.TryParse(text, out var address) && address == _address;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsInBlock(ReadOnlySpan<byte> text) => Address.TryParse(text, out var address) && Source.Block!.Contains(address);

    private bool IsAnyOf(ReadOnlySpan<byte> text)
    {
        if (_set is { } set) return set.Contains(text);

        foreach (var one in _texts)
        {
            if (text.SequenceEqual(one)) return true;
        }

        return false;
    }

    private bool AnyText(ReadOnlySpan<byte> text)
    {
        switch (Source.Operator)
        {
            case PatternOperator.NotPrefix:
                foreach (var one in _texts)
                {
                    if (text.StartsWith(one)) return true;
                }

                return false;
            case PatternOperator.NotSuffix:
                foreach (var one in _texts)
                {
                    if (text.EndsWith(one)) return true;
                }

                return false;
            case PatternOperator.NotEqualsIgnoreCase:
                foreach (var one in _caseless)
                {
                    if (one.IsAllOf(text)) return true;
                }

                return false;
            default:
                foreach (var one in _wildcards)
                {
                    if (one.IsAllOf(text)) return true;
                }

                return false;
        }
    }

    private bool AnyNumber(in MetNumber number)
    {
        foreach (var one in _numbers)
        {
            if (one.Compare(in number) == 0) return true;
        }

        return false;
    }

    private bool IsInRange(in MetNumber number)
    {
        if (_low is not null && _low.Compare(in number) is var low && (low < 0 || low == 0 && !_isLowInside)) return false;

        return _high is null || (_high.Compare(in number) is var high && (high < 0 || high == 0 && _isHighInside));
    }

    // A number that a double holds exactly, as its shortest digits say. Other numbers are equal as values to themselves alone.
    private static bool IsComparable(string number)
    {
        var nearest = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(nearest) && new NumberConstant(number).Compare(new MetNumber(Encoding.ASCII.GetBytes(nearest.ToString("R", CultureInfo.InvariantCulture)))) == 0;
    }

    private static IndexKey? Prefix(byte[] text) => text.Length == 0 ? null : Affix(IndexKind.Prefix, text.AsSpan(0, Math.Min(text.Length, IndexKey.LongestAffix)));

    private static IndexKey? Suffix(byte[] text) => text.Length == 0 ? null : Affix(IndexKind.Suffix, text.AsSpan(Math.Max(0, text.Length - IndexKey.LongestAffix)));

    private static IndexKey Affix(IndexKind kind, ReadOnlySpan<byte> text) => new(kind, text.Length, ByteHash.Of(text));
}
