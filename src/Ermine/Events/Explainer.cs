using System.Text;
using System.Text.Json;
using Ermine.Events.Matching;
using Ermine.Kernel;
using Ermine.Shared.Patterns;

namespace Ermine.Events;

/// <summary>Says why branches hold for an event or do not, by the same tests that decide it.</summary>
internal sealed class Explainer
{
    private readonly ReadOnlyMemory<byte> _json;
    private readonly MatchScratch _scratch;
    private readonly Lazy<string[]> _paths;

    public Explainer(RuleSnapshot rules, ReadOnlyMemory<byte> json, bool mayHaveRareNames)
    {
        _json = json;
        _scratch = RuleMatcher.Read(rules, json.Span, default, mayHaveRareNames);
        _paths = new Lazy<string[]>(Paths);
    }

    /// <summary>Explains one branch.</summary>
    public BranchExplanation Explain(Branch branch)
    {
        var fields = branch.Fields.Select(Explain).ToArray();
        var holds = BranchTest.Holds(branch, _json.Span, _scratch);
        return new BranchExplanation(holds, fields, !holds && fields.All(f => f.Holds) ? "Each field holds by itself, but not all of them within the same element of an array." : null);
    }

    /// <summary>What is missing of the branch that misses least.</summary>
    public static string? NearestMiss(IReadOnlyList<BranchExplanation> branches)
    {
        if (branches.Any(b => b.Holds)) return null;

        var nearest = branches.MinBy(b => b.Fields.Count(f => !f.Holds))!;
        return nearest.Reason ?? string.Join("; ", nearest.Fields.Where(f => !f.Holds).Select(f => $"{f.Path}: {f.NearestMiss}"));
    }

    private FieldExplanation Explain(BranchField field)
    {
        var places = new List<int>();
        for (var place = _scratch.First[field.Field]; place >= 0; place = _scratch.Values[place].Next) places.Add(place);

        var alternatives = field.Test.Tests.Select(t => new AlternativeExplanation(t.Written, Holds(t, places))).ToArray();
        var holds = alternatives.Any(a => a.Holds);
        var path = field.Test.Source.Path;
        var missing = holds ? null : places.Count == 0 ? Absent(path) : Nearest(field.Test.Tests, places);
        return new FieldExplanation(path, holds, [.. places.Select(Shown)], alternatives, missing);
    }

    private bool Holds(ValueTest test, List<int> places) =>
        test.Source.Operator == PatternOperator.Absent ? places.Count == 0 || places.All(p => _scratch.Values[p].Element != 0) : places.Any(p => Passes(test, _scratch.Values[p].Kind, Bytes(p)));

    private static bool Passes(ValueTest test, ValueKind kind, ReadOnlySpan<byte> text) => kind switch
    {
        ValueKind.String => test.MatchesText(text),
        ValueKind.Number => test.MatchesNumber(new MetNumber(text)),
        _ => test.MatchesLiteral(kind),
    };

    private string Absent(string path) => NearestName.Of(path, _paths.Value) is { } similar && similar != path
        ? $"the event has no value there; it has '{similar}'"
        : "the event has no value there";

    private string Nearest(ValueTest[] tests, List<int> places)
    {
        var values = places.Select(p => (Kind: _scratch.Values[p].Kind, Text: Encoding.UTF8.GetString(Bytes(p)))).ToArray();
        var wanted = tests.Where(t => t.Source.Values.Count > 0).Select(t => (Test: t.Source, t.Source.Values[0].Text)).ToArray();
        foreach (var (test, text) in wanted)
        {
            var isNumber = test.Operator == PatternOperator.Number;
            if (test.Operator is not (PatternOperator.Equal or PatternOperator.Exactly or PatternOperator.Number)) continue;
            if (values.Any(v => v.Text == text && v.Kind == (isNumber ? ValueKind.String : ValueKind.Number))) return isNumber ? $"\"{text}\" is a string, and the pattern has a number" : $"{text} is a number, and the pattern has a string";
            if (values.Any(v => string.Equals(v.Text, text, StringComparison.OrdinalIgnoreCase))) return $"\"{text}\" differs from it in upper and lower case only";
        }

        var numbers = values.Where(v => v.Kind == ValueKind.Number).Select(v => v.Text).ToArray();
        if (tests.FirstOrDefault(t => t.Source.Range is not null)?.Source.Range is { } range && numbers.Length > 0) return Outside(range, numbers[0]);

        var texts = values.Where(v => v.Kind == ValueKind.String).Select(v => v.Text).ToArray();
        foreach (var (_, text) in wanted)
        {
            if (text.Length > 2 && NearestName.Of(text, texts) is { } near && near != text) return $"\"{near}\" comes nearest to \"{text}\"";
        }

        return tests.Any(t => t.Source.Operator == PatternOperator.Absent) ? $"it has the value {Shown(places[0])}, and is to have none" : $"{Shown(places[0])} passes no alternative";
    }

    private static string Outside(PatternRange range, string number)
    {
        var value = new DecimalView(Encoding.ASCII.GetBytes(number));
        var isBelow = range.Low is { } low && value.CompareTo(new DecimalView(Encoding.ASCII.GetBytes(low))) is var order && (range.IsLowInside ? order < 0 : order <= 0);
        return isBelow ? $"{number} is not {(range.IsLowInside ? "at least" : "above")} {range.Low}" : $"{number} is not {(range.IsHighInside ? "at most" : "below")} {range.High}";
    }

    private string Shown(int place) => _scratch.Values[place].Kind switch
    {
        ValueKind.String => $"\"{JsonEncodedText.Encode(Bytes(place), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        _ => Encoding.UTF8.GetString(Bytes(place)),
    };

    private ReadOnlySpan<byte> Bytes(int place) => _scratch.TextOf(_json.Span, ref _scratch.Values[place]);

    private string[] Paths()
    {
        using var document = JsonDocument.Parse(_json);
        var paths = new HashSet<string>();
        Collect(document.RootElement, null, paths);
        return [.. paths];
    }

    private static void Collect(JsonElement value, string? path, HashSet<string> paths)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject()) Collect(member.Value, path is null ? member.Name : $"{path}.{member.Name}", paths);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Collect(item, path, paths);
        }
        else
        {
            paths.Add(path!);
        }
    }
}
