using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules;

/// <summary>Reports what the parser found wrong with a function, so that the message stands where the generator left it out.</summary>
internal abstract class FaultRule : FunctionRule
{
    protected sealed override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        foreach (var fault in FunctionParser.Parse(method, context.CancellationToken).Faults)
        {
            if (SupportedDiagnostics.FirstOrDefault(d => d.Id == fault.Rule) is { } descriptor)
                context.ReportDiagnostic(Diagnostic.Create(descriptor, PlaceOf(fault, context.CancellationToken), Hints(fault, method), fault.Message));
        }
    }

    /// <summary>What the fault's code fix needs to know.</summary>
    protected virtual ImmutableDictionary<string, string?>? Hints(Fault fault, IMethodSymbol method) => null;

    private static Location PlaceOf(Fault fault, CancellationToken ct) =>
        fault.At ?? fault.Attribute?.LocationOfFirst(ct) ?? fault.Attribute?.Location(fault.Place, ct) ?? fault.Place.Place();
}
