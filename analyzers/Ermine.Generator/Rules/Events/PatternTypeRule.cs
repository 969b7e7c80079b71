using System.Collections.Immutable;
using Ermine.Kernel;
using Ermine.Shared;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A pattern that asks of an event what its type does not have never matches, and nothing says so at run time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PatternTypeRule : FunctionRule
{
    private const string Detail = "detail";

    private static readonly DiagnosticDescriptor Unknown = Rule.Warning("ERM302", "Pattern names a field that the event does not have",
        "'{0}' asks for '{1}', which {2} does not have, so it never runs{3}");

    private static readonly DiagnosticDescriptor Wrong = Rule.Warning("ERM303", "Pattern compares a field as what it is not",
        "'{0}' compares '{1}' as {2}, and in {3} it is {4}, so this alternative never matches");

    private static readonly DiagnosticDescriptor Foreign = Rule.Warning("ERM304", "Pattern asks for another event than the function takes",
        "'{0}' takes {1}, whose {2} is \"{3}\", and its pattern asks for another, so what it runs for cannot be read as {1}; write \"{3}\"");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unknown, Wrong, Foreign];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (TakenEvent.Of(method) is not { } taken) return;

        foreach (var rule in DeclaredRule.AllOf(method, context.CancellationToken))
        {
            if (rule.Read().Tree is { } tree) Check(rule, tree, taken, context);
        }
    }

    private static void Check(DeclaredRule rule, PatternTree tree, TakenEvent taken, SymbolAnalysisContext context)
    {
        var method = rule.Method;
        var told = new HashSet<(int, int)>(); // branches of $or repeat the fields beside them
        foreach (var field in tree.Branches.SelectMany(b => b.Fields))
        {
            if (!told.Add((field.Offset, field.Length))) continue;

            if (field.Path == "source") CheckNames(field, taken, "source", taken.Source);
            else if (field.Path == "detail-type") CheckNames(field, taken, "detail type", taken.DetailType);
            else if (field.Path.StartsWith(Detail + ".", StringComparison.Ordinal)) CheckMember(field, taken);
        }

        void CheckNames(PatternField field, TakenEvent of, string what, string name)
        {
            if (field.Alternatives.All(test => test.Operator is PatternOperator.Equal or PatternOperator.Exactly && test.Values[0].Text != name))
                Report(Foreign, field.Alternatives[0].Offset, field.Alternatives[0].Length, (field.Alternatives[0].Values[0].Text, name), method.Spoken(), of.Type.Spoken(), what, name);
        }

        void CheckMember(PatternField field, TakenEvent of)
        {
            var found = of.Find(field.Path.Substring(Detail.Length + 1));
            if (found.Missing is { } missing)
            {
                if (field.Alternatives.Any(test => test.Operator == PatternOperator.Absent)) return; // it says so itself
                var nearest = NearestName.Of(missing, found.Known);
                Report(Unknown, field.Offset, field.Length, (missing, nearest), method.Spoken(), field.Path, found.Within!.Spoken(), nearest is null ? "" : $"; did you mean '{nearest}'?");
                return;
            }

            foreach (var test in field.Alternatives)
            {
                if (found.Kind is { } kind && Compared(test.Operator) is { } compared && compared != kind)
                    Report(Wrong, test.Offset, test.Length, default, method.Spoken(), field.Path, Spoken(compared), of.Type.Spoken(), Spoken(kind));
            }
        }

        void Report(DiagnosticDescriptor what, int offset, int length, (string Name, string? Meant) fix, params object?[] arguments) => context.ReportDiagnostic(Diagnostic.Create(
            what, rule.Place(offset, length, context.CancellationToken), ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Name, fix.Name).Add(FixProperties.Value, fix.Meant), arguments));
    }

    // What an alternative needs to match at all; null where any value may, as those that exclude do.
    private static LeafKind? Compared(PatternOperator test) => test switch
    {
        PatternOperator.Number or PatternOperator.Numeric => LeafKind.Number,
        PatternOperator.Equal or PatternOperator.Exactly or PatternOperator.Prefix or PatternOperator.Suffix or PatternOperator.PrefixIgnoreCase or PatternOperator.SuffixIgnoreCase
            or PatternOperator.EqualsIgnoreCase or PatternOperator.Wildcard or PatternOperator.Cidr => LeafKind.Text,
        _ => null,
    };

    private static string Spoken(LeafKind kind) => kind switch
    {
        LeafKind.Number => "a number",
        LeafKind.Text => "a text",
        _ => "true or false",
    };
}
