using System.Globalization;
using System.Text;
using Ermine.Events.Matching;
using Ermine.Shared.Patterns;

namespace Ermine.Generator.Rules.Events;

/// <summary>Whether an alternative of a pattern holds for a value. A test holds it to what the app's matcher answers.</summary>
internal static class ExampleOperators
{
    public static bool Holds(PatternTest test, JsonNode value)
    {
        var (isText, isNumber) = (value.Kind == JsonKind.String, value.Kind == JsonKind.Number);
        return test.Operator switch
        {
            PatternOperator.Equal or PatternOperator.Exactly or PatternOperator.Prefix or PatternOperator.Suffix or PatternOperator.EqualsIgnoreCase or PatternOperator.PrefixIgnoreCase
                or PatternOperator.SuffixIgnoreCase or PatternOperator.Wildcard => isText && Is(test.Operator, value.Text, test.Values[0].Text),
            PatternOperator.Number => isNumber && (value.Text == test.Values[0].Text || IsComparable(test.Values[0].Text) && Compare(value.Text, test.Values[0].Text) == 0),
            PatternOperator.Literal => value.Kind is JsonKind.True or JsonKind.False or JsonKind.Null && value.Text == test.Values[0].Text,
            PatternOperator.Numeric => isNumber && IsInside(test.Range!, value.Text),
            PatternOperator.Cidr => isText && Address.TryParse(Encoding.UTF8.GetBytes(value.Text), out var address) && test.Block!.Contains(address),
            PatternOperator.Exists => true,
            PatternOperator.Absent => false,
            PatternOperator.NotNumber => !isNumber || test.Values.All(v => Compare(value.Text, v.Text) != 0),
            _ => !isText || !test.Values.Any(v => Is(Excluded(test.Operator), value.Text, v.Text)),
        };
    }

    /// <summary>Below 0 where a number is less than another.</summary>
    public static int Compare(string a, string b) => new DecimalView(Encoding.ASCII.GetBytes(a)).CompareTo(new DecimalView(Encoding.ASCII.GetBytes(b)));

    public static bool IsBelow(PatternRange range, string number) => range.Low is { } low && Compare(number, low) is var order && (range.IsLowInside ? order < 0 : order <= 0);

    public static bool IsInside(PatternRange range, string number) =>
        !IsBelow(range, number) && !(range.High is { } high && Compare(number, high) is var order && (range.IsHighInside ? order > 0 : order >= 0));

    private static PatternOperator Excluded(PatternOperator not) => not switch
    {
        PatternOperator.NotPrefix => PatternOperator.Prefix,
        PatternOperator.NotSuffix => PatternOperator.Suffix,
        PatternOperator.NotEqualsIgnoreCase => PatternOperator.EqualsIgnoreCase,
        PatternOperator.NotWildcard => PatternOperator.Wildcard,
        _ => PatternOperator.Exactly,
    };

    private static bool Is(PatternOperator how, string value, string text) => how switch
    {
        PatternOperator.Equal => value == text || Address.TryParse(Encoding.UTF8.GetBytes(text), out var wanted) && Address.TryParse(Encoding.UTF8.GetBytes(value), out var seen) && wanted == seen,
        PatternOperator.Prefix => value.StartsWith(text, StringComparison.Ordinal),
        PatternOperator.Suffix => value.EndsWith(text, StringComparison.Ordinal),
        PatternOperator.EqualsIgnoreCase => CaselessStart(value, text) == value.Length,
        PatternOperator.PrefixIgnoreCase => CaselessStart(value, text) >= 0,
        PatternOperator.SuffixIgnoreCase => HasCaselessEnd(value, text),
        PatternOperator.Wildcard => IsWildcard(value, text),
        _ => value == text,
    };

    // How many units of the value the text takes at its start; -1 where it does not stand there.
    private static int CaselessStart(string value, string text)
    {
        var at = 0;
        foreach (var unit in text)
        {
            var (lower, upper) = Forms(unit);
            if (string.CompareOrdinal(value, at, lower, 0, lower.Length) == 0) at += lower.Length;
            else if (string.CompareOrdinal(value, at, upper, 0, upper.Length) == 0) at += upper.Length;
            else return -1;
        }

        return at;
    }

    private static bool HasCaselessEnd(string value, string text)
    {
        var end = value.Length;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var (lower, upper) = Forms(text[i]);
            if (end >= lower.Length && string.CompareOrdinal(value, end - lower.Length, lower, 0, lower.Length) == 0) end -= lower.Length;
            else if (end >= upper.Length && string.CompareOrdinal(value, end - upper.Length, upper, 0, upper.Length) == 0) end -= upper.Length;
            else return false;
        }

        return true;
    }

    private static (string Lower, string Upper) Forms(char unit) => char.IsSurrogate(unit) ? (unit.ToString(), unit.ToString()) : (CaseForms.Lower(unit), CaseForms.Upper(unit));

    // Pieces between runs are looked for from left to right, each at its first place.
    private static bool IsWildcard(string value, string text)
    {
        var (pieces, piece) = (new List<string>(), new StringBuilder());
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*')
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                continue;
            }

            if (text[i] == '\\') i++;
            piece.Append(text[i]);
        }

        if (pieces.Count == 0) return value == piece.ToString();
        if (!value.StartsWith(pieces[0], StringComparison.Ordinal) || !value.EndsWith(piece.ToString(), StringComparison.Ordinal)) return false;

        var (at, end) = (pieces[0].Length, value.Length - piece.Length);
        foreach (var middle in pieces.Skip(1))
        {
            var found = at <= end ? value.IndexOf(middle, at, end - at, StringComparison.Ordinal) : -1;
            if (found < 0) return false;
            at = found + middle.Length;
        }

        return at <= end;
    }

    // As in the app: a number that no double holds exactly is equal as a value to its own text alone.
    private static bool IsComparable(string number) => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var nearest)
        && !double.IsInfinity(nearest) && Compare(number, nearest.ToString("R", CultureInfo.InvariantCulture)) == 0;
}
