using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules;

/// <summary>A rule that looks at what a function does: its body, with the lambdas and local functions in it.</summary>
internal abstract class FunctionBodyRule : DiagnosticAnalyzer
{
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (FunctionIndex.Of(start.Compilation) is null) return;
            start.RegisterOperationBlockAction(c =>
            {
                if (c.OwningSymbol is not IMethodSymbol owner) return;
                var method = owner.PartialDefinitionPart ?? owner;
                if (ClassParser.IsFunction(method)) Check(method, [.. c.OperationBlocks.SelectMany(b => b.Descendants())], c);
            });
        });
    }

    /// <summary>Reports what is wrong in a function.</summary>
    /// <param name="method">The function.</param>
    /// <param name="body">Its operations, in the order in which they are written.</param>
    /// <param name="context">Where to report.</param>
    protected abstract void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context);

    /// <summary>The lambda or local function that an operation stands in; null where it is the function itself.</summary>
    protected static IMethodSymbol? Inner(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda) return lambda.Symbol;
            if (around is ILocalFunctionOperation local) return local.Symbol;
        }

        return null;
    }
}
