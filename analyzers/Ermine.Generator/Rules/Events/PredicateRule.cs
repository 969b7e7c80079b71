using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Events;

/// <summary>A predicate that no pattern says exactly would run for other events than it lets pass, so the function is left out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PredicateRule : FaultRule
{
    private static readonly DiagnosticDescriptor Untranslatable = Rule.Omission("ERM305", "Predicate that cannot become an event pattern", "{0}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Untranslatable];
}
