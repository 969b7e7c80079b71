using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules.Functions;

/// <summary>What a function remembers it does not keep in a static variable.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaticStateRule : FunctionBodyRule
{
    private static readonly DiagnosticDescriptor Changed = Rule.Warning("ERM015", "Static state that a function changes",
        "'{0}' changes '{1}', which is static: every node has one of its own, a restart forgets it, and runs at the same time race for it; keep it in the database, or in a singleton service if it belongs to the node");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Changed];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        foreach (var operation in body)
        {
            if (StaticWrite.Of(operation) is not { } symbol || operation.Syntax.ContainsDiagnostics) continue;

            var owner = symbol.ContainingType is { IsImplicitlyDeclared: false } type ? $"{type.Name}." : "";
            context.ReportDiagnostic(Diagnostic.Create(Changed, operation.Syntax.GetLocation(), method.Spoken(), $"{owner}{symbol.Name}"));
        }
    }
}
