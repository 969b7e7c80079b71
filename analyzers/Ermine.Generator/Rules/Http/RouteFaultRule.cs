using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>Faults of functions that answer requests.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RouteFaultRule : FaultRule
{
    private static readonly DiagnosticDescriptor NoRoute = Rule.Omission("ERM401", "Route does not parse", "{0}");
    private static readonly DiagnosticDescriptor Unmatched = Rule.Omission("ERM402", "Route and parameters do not match", "{0}");
    private static readonly DiagnosticDescriptor TwoBodies = Rule.Omission("ERM404", "Two bodies", "{0}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoRoute, Unmatched, TwoBodies];
}
