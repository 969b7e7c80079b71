using System.Collections.Immutable;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>What a pattern asks for in vain, since it asks for more anyway; and a rule that another function has too.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TwinRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Shadowed = Rule.Warning("ERM311", "Part of a pattern that changes nothing",
        "'{0}' asks for {1}, and whatever it matches {2} matches too, so it changes nothing; remove it, or narrow the other");

    private static readonly DiagnosticDescriptor Equal = Rule.Advice("ERM311", "Part of a pattern that changes nothing",
        "'{0}' and '{1}' have the same rule, so both run for each of its events, apart from each other; where that is one job, make them one function");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Shadowed, Equal];

    protected override void Check(IMethodSymbol method, FunctionIndex functions, SymbolAnalysisContext context)
    {
        var index = EventIndex.Of(functions);
        if (index.Rules.FirstOrDefault(r => SymbolEqualityComparer.Default.Equals(r.Function, method)) is not { } own) return;

        if (own.Rule.IsLiteral) CheckWithin(own, context);

        // What asks for a kind of event only is what several functions have as a rule.
        if (own.Tree.Branches.All(b => b.Fields.All(f => f.Path is "source" or "detail-type"))) return;
        if (index.Rules.FirstOrDefault(r => r.Identity == own.Identity && string.CompareOrdinal(r.Function.Spoken(), method.Spoken()) < 0) is { } other)
            context.ReportDiagnostic(Diagnostic.Create(Equal, own.Rule.Attribute.LocationOfFirst(context.CancellationToken) ?? method.Place(), method.Spoken(), other.Function.Spoken()));
    }

    private static void CheckWithin(SubscribedRule own, SymbolAnalysisContext context)
    {
        var told = new HashSet<int>(); // branches of $or repeat the fields beside them
        foreach (var field in own.Tree.Branches.SelectMany(b => b.Fields))
        {
            foreach (var test in field.Alternatives)
            {
                if (field.Alternatives.FirstOrDefault(o => !ReferenceEquals(o, test) && Covers(o, test) && (!Covers(test, o) || o.Offset < test.Offset)) is { } wider && told.Add(test.Offset))
                    Report(test.Offset, test.Length, Written(test), Written(wider));
            }
        }

        var branches = own.Tree.Branches.ToList();
        for (var i = 0; i < branches.Count; i++)
        {
            var narrow = branches[i];
            var j = branches.FindIndex(w => !ReferenceEquals(w, narrow) && Covers(w, narrow) && (!Covers(narrow, w) || branches.IndexOf(w) < i));
            if (j < 0) continue;

            var wide = branches[j].Fields;
            if ((narrow.Fields.FirstOrDefault(f => wide.All(o => o.Path != f.Path)) ?? narrow.Fields.FirstOrDefault(f => wide.All(o => o.Offset != f.Offset))) is not { } field || !told.Add(field.Offset)) continue;
            Report(field.Offset, field.Length, $"a branch of $or with '{field.Path}'", "another branch");
        }

        string Written(PatternTest test) => own.Rule.Text.Substring(test.Offset, test.Length);

        void Report(int offset, int length, string narrow, string wide) =>
            context.ReportDiagnostic(Diagnostic.Create(Shadowed, own.Rule.Place(offset, length, context.CancellationToken), own.Function.Spoken(), narrow, wide));
    }

    // Whether an alternative surely holds for all that another holds for.
    private static bool Covers(PatternTest wide, PatternTest narrow) => Described(wide) == Described(narrow)
        || (wide.Operator == PatternOperator.Exists && narrow.Operator != PatternOperator.Absent)
        || (narrow.Operator is PatternOperator.Equal or PatternOperator.Exactly && !Address.TryParse(System.Text.Encoding.UTF8.GetBytes(narrow.Values[0].Text), out _) && ExampleOperators.Holds(wide, Node(JsonKind.String, narrow)))
        || (narrow.Operator == PatternOperator.Number && ExampleOperators.Holds(wide, Node(JsonKind.Number, narrow)) && wide.Operator == PatternOperator.Numeric)
        || (wide.Operator == PatternOperator.Prefix && narrow.Operator == PatternOperator.Prefix && narrow.Values[0].Text.StartsWith(wide.Values[0].Text, StringComparison.Ordinal))
        || (wide.Operator == PatternOperator.Suffix && narrow.Operator == PatternOperator.Suffix && narrow.Values[0].Text.EndsWith(wide.Values[0].Text, StringComparison.Ordinal));

    // A branch that asks for less matches more.
    private static bool Covers(PatternBranch wide, PatternBranch narrow) => wide.Fields.All(w => narrow.Fields.Any(n => n.Path == w.Path && n.Alternatives.All(a => w.Alternatives.Any(o => Covers(o, a)))));

    private static string Described(PatternTest test) => new PatternTree("", [new PatternBranch([new PatternField("", 0, 0, [test])])]).Describe();

    private static JsonNode Node(JsonKind kind, PatternTest test) => new(kind, 0, 0, test.Values[0].Text, [], []);
}
