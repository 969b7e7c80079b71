using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A function that publishes what runs it again, by itself or through others, runs for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LoopRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Loop = Rule.Warning("ERM314", "Event that runs its own publisher again",
        "'{0}' publishes in every run what runs it again: {1}; it never ends and keeps its functions busy; publish under a condition, or ask in a pattern for what tells the events apart");

    private static readonly DiagnosticDescriptor Possible = Rule.Advice("ERM314", "Event that runs its own publisher again",
        "'{0}' publishes in every run what may run it again: {1}; make sure that the events which it publishes do not match");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Loop, Possible];

    protected override void Check(IMethodSymbol method, FunctionIndex functions, SymbolAnalysisContext context)
    {
        var index = EventIndex.Of(functions);
        if (index.Rules.FirstOrDefault(r => SymbolEqualityComparer.Default.Equals(r.Function, method)) is not { } own) return;

        foreach (var step in PublishStep.Of(method, index))
        {
            // Each loop is told once, at the function whose name is first.
            if (WayBack(own, step, index) is not { } way || way.Functions.Any(f => string.CompareOrdinal(f.Function.Spoken(), method.Spoken()) < 0)) continue;
            context.ReportDiagnostic(Diagnostic.Create(way.IsCertain ? Loop : Possible, step.Place, method.Spoken(), way.Text));
        }
    }

    // The shortest, breadth first, from what the step publishes to the function that it is in; of two as long, one that is certain.
    private static (string Text, IReadOnlyList<SubscribedRule> Functions, bool IsCertain)? WayBack(SubscribedRule own, PublishStep step, EventIndex index)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ways = new Queue<(PublishStep Step, string Text, ImmutableList<SubscribedRule> Functions, bool IsCertain)>([(step, $"{own.Function.Spoken()} -> {step.Type.Name}", [], true)]);
        while (ways.Count > 0)
        {
            var way = ways.Dequeue();
            if (TakenEvent.OfType(way.Step.Type) is not { } published) continue;

            var met = index.Rules.Select(r => (Rule: r, All: r.Meets(published))).Where(m => m.All is not null).OrderByDescending(m => m.All).ToList();
            if (met.FirstOrDefault(m => SymbolEqualityComparer.Default.Equals(m.Rule.Function, own.Function)) is { Rule: not null } back) return ($"{way.Text} -> {own.Function.Spoken()}", way.Functions, way.IsCertain && back.All == true);

            foreach (var (rule, all) in met)
            {
                if (!seen.Add(rule.Function.ToDisplayString())) continue;
                foreach (var next in PublishStep.Of(rule.Function, index)) ways.Enqueue((next, $"{way.Text} -> {rule.Function.Spoken()} -> {next.Type.Name}", way.Functions.Add(rule), way.IsCertain && all == true));
            }
        }

        return null;
    }
}
