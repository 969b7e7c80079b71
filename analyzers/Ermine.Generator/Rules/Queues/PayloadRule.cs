using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary>What travels must survive the way through JSON: the types with <c>[Queue]</c>, and the payloads that have none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PayloadRule : FunctionRule
{
    private static readonly DiagnosticDescriptor CannotTravel = Rule.Error("ERM103", "Payload cannot be serialised",
        "'{0}' cannot travel as JSON, so its messages fail or lose data: '{1}' is '{2}', {3}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [CannotTravel];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is null || QueueIndex.PayloadOf(method) is not { } payload) return;
        if (payload.Type.Attribute(QueueIndex.Contract) is not null) return; // said at the type, here or where it is compiled

        Report(payload.Type, payload.Parameter.Place(), context);
    }

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (type.Attribute(QueueIndex.Contract) is not null) Report(type, type.Place(), context);
    }

    private static void Report(ITypeSymbol payload, Location place, SymbolAnalysisContext context)
    {
        foreach (var fault in PayloadWalk.FaultsOf(payload, context.Compilation, context.CancellationToken))
        {
            var member = fault.Member?.Locations.FirstOrDefault(l => l.IsInSource);
            context.ReportDiagnostic(Diagnostic.Create(CannotTravel, member ?? place, payload.Spoken(), fault.Path, fault.Type.Spoken(), fault.Reason));
        }
    }
}
