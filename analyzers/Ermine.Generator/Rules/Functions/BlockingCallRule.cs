using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>A function gives its thread back while it waits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BlockingCallRule : FunctionBodyRule
{
    private static readonly DiagnosticDescriptor Blocks = Rule.Warning("ERM013", "Blocking call in a function",
        "'{0}' waits in {1} and keeps its thread until that ends, so that a few runs at a time can hold up all others of the node, and neither a timeout nor a stop ends the wait; {2}");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Blocks];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        foreach (var operation in body)
        {
            if (BlockingCall.Of(operation) is not { } call || (call.Task is { } task && CompletedTasks.IsKnown(task, body)) || operation.Parent is INameOfOperation || operation.Syntax.ContainsDiagnostics) continue;

            var hints = Signature.Hints(method).Add(FixProperties.Instead, call.Instead).Add(FixProperties.Token, method.Parameters.FirstOrDefault(IsToken)?.Name);
            context.ReportDiagnostic(Diagnostic.Create(Blocks, operation.Syntax.GetLocation(), hints, method.Spoken(), call.Spoken, call.Advice));
        }
    }

    private static bool IsToken(IParameterSymbol parameter) => parameter.Type.Is("System.Threading.CancellationToken");
}
