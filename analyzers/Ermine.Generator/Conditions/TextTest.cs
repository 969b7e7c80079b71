using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Generator.Conditions;

/// <summary>One way to compare texts: those that are as its only value, or, excluding, those that are as none of its values.</summary>
internal sealed record TextTest(TextKind Kind, IReadOnlyList<string> Values, bool IsExcluding)
{
    public static readonly TextTest Any = new(TextKind.Exact, [], true);

    public static TextTest Of(TextKind kind, string value) => new(kind, [value], false);

    /// <summary>A wildcard of texts that stand as they are, with anything between them.</summary>
    public static TextTest OfPieces(params string[] pieces) => Of(TextKind.Wildcard, string.Join("*", pieces.Select(p => p.Replace("\\", "\\\\").Replace("*", "\\*"))));

    /// <summary>Whether a text is among those.</summary>
    public bool Holds(string text) => Values.Any(v => IsAs(text, v)) != IsExcluding;

    /// <summary>The other texts; null where no pattern can ask for them.</summary>
    public IReadOnlyList<TextTest>? Others()
    {
        if (IsExcluding) return [.. Values.Select(v => Of(Kind, v))];
        return Kind is TextKind.PrefixIgnoringCase or TextKind.SuffixIgnoringCase ? null : [this with { IsExcluding = true }];
    }

    /// <summary>The texts that this and another have in common; null where no pattern can ask for them.</summary>
    public IReadOnlyList<TextTest>? And(TextTest other)
    {
        if (Equal(other) || other.IsExcluding && other.Values.Count == 0) return [this];
        if (IsExcluding && Values.Count == 0) return [other];
        if (!IsExcluding && Kind == TextKind.Exact) return other.Holds(Values[0]) ? [this] : [];
        if (!other.IsExcluding && other.Kind == TextKind.Exact) return other.And(this);
        if (IsExcluding && other.IsExcluding) return Kind == other.Kind ? [this with { Values = [.. Values.Union(other.Values)] }] : null;
        if (IsExcluding) return other.And(this);
        if (Kind is not (TextKind.Prefix or TextKind.Suffix)) return null;
        if (other.IsExcluding) return Without(other);
        if (Kind == other.Kind) return IsAs(other.Values[0], Values[0]) ? [other] : IsAs(Values[0], other.Values[0]) ? [this] : [];
        return other.Kind == TextKind.Suffix ? Around(Values[0], other.Values[0]) : other.Kind == TextKind.Prefix ? Around(other.Values[0], Values[0]) : null;
    }

    /// <summary>The alternative that asks for them.</summary>
    public string Alternative()
    {
        if (IsExcluding) return Values.Count == 0 ? "{ \"prefix\": \"\" }" : $"{{ \"anything-but\": {Excluded()} }}";

        var value = JsonLiteral.Of(Values[0]);
        return Kind switch
        {
            TextKind.Exact => Address.TryParse(Encoding.UTF8.GetBytes(Values[0]), out _) ? $"{{ \"exactly\": {value} }}" : value,
            TextKind.PrefixIgnoringCase => $"{{ \"prefix\": {{ \"equals-ignore-case\": {value} }} }}",
            TextKind.SuffixIgnoringCase => $"{{ \"suffix\": {{ \"equals-ignore-case\": {value} }} }}",
            _ => $"{{ \"{Name(Kind)}\": {value} }}",
        };
    }

    public bool Equal(TextTest other) => Kind == other.Kind && IsExcluding == other.IsExcluding && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    private string Excluded()
    {
        var list = $"[{string.Join(", ", Values.Select(JsonLiteral.Of))}]";
        return Kind == TextKind.Exact ? list : $"{{ \"{Name(Kind)}\": {list} }}";
    }

    // Texts that begin so and are not among some: none of those may begin so too.
    private IReadOnlyList<TextTest>? Without(TextTest excluded)
    {
        if (excluded.Kind == TextKind.Exact) return excluded.Values.Any(v => IsAs(v, Values[0])) ? null : [this];
        if (excluded.Kind != Kind || excluded.Values.Any(v => v != Values[0] && IsAs(v, Values[0]))) return null;
        return excluded.Values.Any(v => IsAs(Values[0], v)) ? [] : [this];
    }

    // Beginning and end may overlap, which the wildcard does not allow.
    private static List<TextTest> Around(string start, string end)
    {
        var tests = new List<TextTest> { OfPieces(start, end) };
        for (var common = Math.Min(start.Length, end.Length); common > 0; common--)
        {
            if (start.EndsWith(end.Substring(0, common), StringComparison.Ordinal)) tests.Add(Of(TextKind.Exact, start + end.Substring(common)));
        }

        return tests;
    }

    private bool IsAs(string text, string value) => Kind switch
    {
        TextKind.Exact => text == value,
        TextKind.Prefix => text.StartsWith(value, StringComparison.Ordinal),
        TextKind.Suffix => text.EndsWith(value, StringComparison.Ordinal),
        TextKind.IgnoringCase => text.Equals(value, StringComparison.OrdinalIgnoreCase),
        TextKind.PrefixIgnoringCase => text.StartsWith(value, StringComparison.OrdinalIgnoreCase),
        TextKind.SuffixIgnoringCase => text.EndsWith(value, StringComparison.OrdinalIgnoreCase),
        _ => Matches(text, value),
    };

    private static bool Matches(string text, string wildcard)
    {
        if (wildcard.Length == 0) return text.Length == 0;
        if (wildcard[0] == '*') return Enumerable.Range(0, text.Length + 1).Any(from => Matches(text.Substring(from), wildcard.Substring(1)));

        var escaped = wildcard[0] == '\\' ? 1 : 0;
        return text.Length > 0 && text[0] == wildcard[escaped] && Matches(text.Substring(1), wildcard.Substring(escaped + 1));
    }

    private static string Name(TextKind kind) => kind switch
    {
        TextKind.Prefix => "prefix",
        TextKind.Suffix => "suffix",
        TextKind.IgnoringCase => "equals-ignore-case",
        _ => "wildcard",
    };
}
