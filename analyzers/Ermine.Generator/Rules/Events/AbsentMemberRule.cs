using System.Collections.Immutable;
using Ermine.Shared.Patterns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A member that every event of the type has is never absent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AbsentMemberRule : PatternMemberRule
{
    private static readonly DiagnosticDescriptor Never = Rule.Warning("ERM309", "Pattern asks for the absence of what is always there",
        "'{0}' asks for events without '{1}', and every {2} has one, so this alternative never matches; remove it, or let the member be null and ask for null too");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Never];

    protected override void Check(DeclaredRule rule, PatternField field, FoundMember found, TakenEvent taken, SymbolAnalysisContext context)
    {
        if (!found.IsAlwaysThere || found.Kind is null) return;

        foreach (var test in field.Alternatives.Where(a => a.Operator == PatternOperator.Absent))
            context.ReportDiagnostic(Diagnostic.Create(Never, rule.Place(test.Offset, test.Length, context.CancellationToken), rule.Method.Spoken(), field.Path, taken.Type.Spoken()));
    }
}
