using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ermine.Generator.Rules;

/// <summary>A rule that looks at one function at a time, and through <see cref="FunctionIndex"/> at all others.</summary>
internal abstract class FunctionRule : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (FunctionIndex.Of(start.Compilation) is not { } index) return;
            start.RegisterSymbolAction(c =>
            {
                if (c.Symbol is IMethodSymbol method && ClassParser.IsFunction(method)) Check(method, index, c);
                if (c.Symbol is INamedTypeSymbol type) Check(type, index, c);
            }, SymbolKind.Method, SymbolKind.NamedType);
        });
    }

    /// <summary>Reports what is wrong with a function.</summary>
    protected abstract void Check(IMethodSymbol method, FunctionIndex index, SymbolAnalysisContext context);

    /// <summary>Reports what is wrong with a type, for rules that look at types too.</summary>
    protected virtual void Check(INamedTypeSymbol type, FunctionIndex index, SymbolAnalysisContext context)
    {
    }
}
