using System.Runtime.CompilerServices;
using Ermine.Shared.Patterns;

namespace Ermine.Events.Matching;

/// <summary>A field of a branch, ready to look at values: one of its alternatives is to hold.</summary>
internal sealed class FieldTest
{
    private readonly ByteSet? _texts;
    private readonly ValueTest? _ofText; // the only one that looks at strings
    private readonly ValueTest[] _ofTexts;
    private readonly SmallDecimal[] _numbers;
    private readonly SmallRange[] _ranges;
    private readonly ValueTest[] _ofSmallNumbers; // besides those
    private readonly ValueTest[] _ofNumbers;

    public FieldTest(PatternField field, string pattern)
    {
        Source = field;
        var (from, last) = (field.Alternatives[0].Offset, field.Alternatives[^1]);
        Identity = $"{pattern.AsSpan(from, last.Offset + last.Length - from)}|{field.Path}";
        Tests = [.. field.Alternatives.Select(a => new ValueTest(a, pattern))];
        AllowsAbsence = field.Alternatives.Any(a => a.Operator == PatternOperator.Absent);
        var texts = Tests.Select(t => t.OnlyText).OfType<byte[]>().ToArray();
        if (texts.Length > ByteSet.Least) _texts = new ByteSet(texts);
        _ofTexts = [.. Tests.Where(t => t.IsForTexts && (_texts is null || t.OnlyText is null))];
        _ofText = _texts is null && _ofTexts.Length == 1 ? _ofTexts[0] : null;
        _ofNumbers = [.. Tests.Where(t => t.IsForNumbers)];
        _numbers = [.. Tests.Select(t => t.OnlyNumber).OfType<SmallDecimal>()];
        _ranges = [.. Tests.Select(t => t.OnlyRange).OfType<SmallRange>()];
        _ofSmallNumbers = [.. _ofNumbers.Where(t => t.OnlyNumber is null && t.OnlyRange is null)];
        Keys = AllowsAbsence || Tests.Any(t => t.Key is null) ? null : [.. Tests.Select(t => t.Key!.Value).Distinct()];
    }

    /// <summary>The field as it was written.</summary>
    public PatternField Source { get; }

    /// <summary>Its alternatives as written, and its path: of two fields that have the same, either will do.</summary>
    public string Identity { get; }

    /// <summary>Its alternatives, in order.</summary>
    public ValueTest[] Tests { get; }

    /// <summary>Whether having no value is one of the alternatives.</summary>
    public bool AllowsAbsence { get; }

    /// <summary>Every value that passes has one of these; null where that is not so.</summary>
    public IndexKey[]? Keys { get; }

    /// <summary>Whether a value passes one of the alternatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Matches(ValueKind kind, ReadOnlySpan<byte> text) => kind switch
    {
        ValueKind.String => _ofText is { } only ? only.MatchesText(text) : MatchesText(text),
        ValueKind.Number => MatchesNumber(text),
        _ => MatchesLiteral(kind),
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MatchesText(ReadOnlySpan<byte> text)
    {
        foreach (var test in _ofTexts)
        {
            if (test.MatchesText(text)) return true;
        }

        return _texts is not null && _texts.Contains(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MatchesNumber(ReadOnlySpan<byte> text)
    {
        if (_ofNumbers.Length == 0) return false;

        if (!SmallDecimal.TryRead(text, out var small)) return AnyMatches(_ofNumbers, new MetNumber(text));

        foreach (var one in _numbers)
        {
            if (small == one) return true;
        }

        foreach (var one in _ranges)
        {
            if (one.Contains(small)) return true;
        }

        return _ofSmallNumbers.Length > 0 && AnyMatches(_ofSmallNumbers, new MetNumber(text, small));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool AnyMatches(ValueTest[] tests, in MetNumber number)
    {
        foreach (var test in tests)
        {
            if (test.MatchesNumber(in number)) return true;
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MatchesLiteral(ValueKind kind)
    {
        foreach (var test in Tests)
        {
            if (test.MatchesLiteral(kind)) return true;
        }

        return false;
    }
}
