using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Http;

/// <summary>What is sensitive does not leave by an endpoint.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SensitiveMemberRule : FunctionRule
{
    private static readonly DiagnosticDescriptor Leaks = Rule.Warning("ERM426", "Endpoint that answers with something sensitive",
        "'{0}' answers with {1}, which is [Sensitive], so whoever may call it is sent that; answer with a type that does not have it");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Leaks];

    protected override void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context)
    {
        if (method.Attribute("Ermine.RestAttribute") is null) return;

        var leaked = ReachedMembers.Answered(method.ReturnType).SelectMany(ReachedMembers.Of)
            .Where(reached => reached.Member.Attribute("Ermine.SensitiveAttribute") is not null).Select(reached => $"'{reached.Path}'").Distinct().ToList();
        if (leaked.Count > 0) context.ReportDiagnostic(Diagnostic.Create(Leaks, method.Place(), method.Spoken(), leaked.Listed()));
    }
}
