using System.Collections.Immutable;
using System.Globalization;
using Ermine.Generator.Parsing;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A pattern that asks for a value which no event of the type can have never matches by it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ImpossibleValueRule : PatternMemberRule
{
    private static readonly DiagnosticDescriptor Never = Rule.Warning("ERM310", "Pattern asks for what no such event has",
        "'{0}' asks '{1}' for {2}, and in {3} it is {4}, so this alternative never matches");

    private static readonly Dictionary<SpecialType, (decimal Least, decimal Most)> Ranges = new()
    {
        [SpecialType.System_SByte] = (sbyte.MinValue, sbyte.MaxValue),
        [SpecialType.System_Byte] = (byte.MinValue, byte.MaxValue),
        [SpecialType.System_Int16] = (short.MinValue, short.MaxValue),
        [SpecialType.System_UInt16] = (ushort.MinValue, ushort.MaxValue),
        [SpecialType.System_Int32] = (int.MinValue, int.MaxValue),
        [SpecialType.System_UInt32] = (uint.MinValue, uint.MaxValue),
        [SpecialType.System_Int64] = (long.MinValue, long.MaxValue),
        [SpecialType.System_UInt64] = (ulong.MinValue, ulong.MaxValue),
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Never];

    protected override void Check(DeclaredRule rule, PatternField field, FoundMember found, TakenEvent taken, SymbolAnalysisContext context)
    {
        foreach (var test in field.Alternatives)
        {
            if (Instead(test, found) is { } what) Report(rule, field, test, taken, what, context);
        }
    }

    // Other texts than the type's own are ERM304, which has a fix.
    protected override void CheckHead(DeclaredRule rule, PatternField field, TakenEvent taken, SymbolAnalysisContext context)
    {
        if (field.Path is not ("source" or "detail-type") || field.Alternatives.All(a => a.Operator is PatternOperator.Equal or PatternOperator.Exactly)) return;

        var text = field.Path == "source" ? taken.Source : taken.DetailType;
        if (!field.Alternatives.Any(a => ExampleOperators.Holds(a, new JsonNode(JsonKind.String, 0, 0, text, [], [])))) Report(rule, field, field.Alternatives[0], taken, $"\"{text}\"", context);
    }

    private static string? Instead(PatternTest test, FoundMember found)
    {
        if (test.Operator == PatternOperator.Literal && found.Kind is { } kind)
        {
            if (test.Values[0].Text == "null") return found.IsAlwaysThere ? "never null" : null;
            return kind == LeafKind.Boolean ? null : kind == LeafKind.Number ? "a number" : "a text";
        }

        if (found.Written != EventMemberKind.Integer || !Ranges.TryGetValue(found.Type!.SpecialType, out var range)) return null;
        var (low, high, isLowInside, isHighInside) = test switch
        {
            { Operator: PatternOperator.Number } => (test.Values[0].Text, test.Values[0].Text, true, true),
            { Range: { } asked } => (asked.Low, asked.High, asked.IsLowInside, asked.IsHighInside),
            _ => (null, null, false, false),
        };
        if (!TryRead(low, range.Least, out var from) || !TryRead(high, range.Most, out var to)) return null;

        var least = Math.Max(range.Least, low is not null && !isLowInside ? Math.Floor(from) + 1 : Math.Ceiling(from));
        var most = Math.Min(range.Most, high is not null && !isHighInside ? Math.Ceiling(to) - 1 : Math.Floor(to));
        return least > most ? $"a whole number from {range.Least.ToString(CultureInfo.InvariantCulture)} to {range.Most.ToString(CultureInfo.InvariantCulture)}" : null;
    }

    private static bool TryRead(string? number, decimal otherwise, out decimal value)
    {
        value = otherwise;
        return number is null || decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Math.Abs(value) < 1e27m;
    }

    private static void Report(DeclaredRule rule, PatternField field, PatternTest test, TakenEvent taken, string what, SymbolAnalysisContext context) => context.ReportDiagnostic(Diagnostic.Create(
        Never, rule.Place(test.Offset, test.Length, context.CancellationToken), rule.Method.Spoken(), field.Path, rule.Text.Substring(test.Offset, test.Length), taken.Type.Spoken(), what));
}
