using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Queues;

/// <summary><c>GroupKey</c> and <c>Coalesce</c> name members of the payload in text, which the compiler does not look at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyMemberRule : FunctionRule
{
    private static readonly DiagnosticDescriptor NoKey = Rule.Error("ERM105", "Key that is not found in the payload",
        "'{0}' has {1} = \"{2}\", {3}, so {4}; {5}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [NoKey];

    protected override void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (type.Attribute(QueueIndex.Contract) is { } contract) Check(contract, "GroupKey", type, type, type.Spoken(), "no message of it can be sent", context);
    }

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute(QueueIndex.Trigger) is { } trigger && QueueIndex.PayloadOf(method) is { } payload)
            Check(trigger, "Coalesce", payload.Type, method, method.Spoken(), "its batches mix what they are to keep apart", context);
    }

    private static void Check(AttributeData attribute, string property, ITypeSymbol payload, ISymbol bearer, string spoken, string consequence, SymbolAnalysisContext context)
    {
        if (attribute.Value(property) is not string name || KeyMember.FaultOf(payload, name) is not { } fault) return;

        context.ReportDiagnostic(Diagnostic.Create(NoKey,
            attribute.LocationOf(property, context.CancellationToken) ?? attribute.Location(bearer, context.CancellationToken),
            fault.Meant is null ? null : ImmutableDictionary<string, string?>.Empty.Add(FixProperties.Value, fault.Meant).Add(FixProperties.Type, payload.Text()),
            spoken, property, name, fault.Reason, consequence, fault.Advice));
    }
}
