using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>What a function begins has ended when the function has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LooseTaskRule : FunctionBodyRule
{
    private const string Title = "Work that a function does not wait for";
    private const string Why = "it may go on after the run has ended, when what it stores and sends joins no commit, its failure is seen by nobody, and a stop may cut it off";

    private static readonly DiagnosticDescriptor Unwaited = Rule.Warning("ERM014", Title, $"'{{0}}' does not wait for {{1}}: {Why}; await it");
    private static readonly DiagnosticDescriptor AsyncVoid = Rule.Warning("ERM014", Title, $"Nothing in '{{0}}' can wait for {{1}}, which is async void: {Why}; let it return a Task, and await that");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unwaited, AsyncVoid];

    protected override void Check(IMethodSymbol method, ImmutableArray<IOperation> body, OperationBlockAnalysisContext context)
    {
        foreach (var operation in body)
        {
            if (operation.Syntax.ContainsDiagnostics) continue;
            if (Dropped(operation, body) is { } call)
            {
                context.ReportDiagnostic(Diagnostic.Create(Unwaited, call.Syntax.GetLocation(), Signature.Hints(method).Add(FixProperties.Name, "await"), method.Spoken(), $"'{call.TargetMethod.Name}'"));
            }

            if (operation is IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } } or ILocalFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true } })
            {
                var local = (operation as ILocalFunctionOperation)?.Symbol;
                context.ReportDiagnostic(Diagnostic.Create(AsyncVoid, local?.Place() ?? operation.Syntax.GetFirstToken().GetLocation(), method.Spoken(), local is null ? "this lambda" : $"'{local.Name}'"));
            }
        }
    }

    private static IInvocationOperation? Dropped(IOperation operation, ImmutableArray<IOperation> body)
    {
        var call = operation switch
        {
            IExpressionStatementOperation statement => TaskCall(statement.Operation) is { } dropped && !IsSaidByCompiler(statement, dropped) ? dropped : null,
            ISimpleAssignmentOperation { Target: IDiscardOperation, Value: var value } => TaskCall(value),
            IVariableDeclaratorOperation { Symbol: var local, Initializer.Value: var value } => TaskCall(value) is { } kept && !body.Any(o => IsRead(o, local)) ? kept : null,
            _ => null,
        };
        return call is null || QueueSend.Of(call) is not null ? null : call; // ERM115 tells of a send
    }

    // CS4014: a statement in what is async, and elsewhere one that calls an async method of the same project; none behind a ?.
    private static bool IsSaidByCompiler(IExpressionStatementOperation statement, IInvocationOperation call) => statement.Operation is not IConditionalAccessOperation
        && ((Inner(statement) ?? statement.SemanticModel?.GetEnclosingSymbol(statement.Syntax.SpanStart) as IMethodSymbol)?.IsAsync == true || call.TargetMethod.IsAsync);

    private static bool IsRead(IOperation operation, ILocalSymbol local) => operation is ILocalReferenceOperation { Local: var read } && SymbolEqualityComparer.Default.Equals(read, local);

    private static IInvocationOperation? TaskCall(IOperation? operation) => operation switch
    {
        IConversionOperation { Operand: var operand } => TaskCall(operand),
        IConditionalAccessOperation { WhenNotNull: var called } => TaskCall(called),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } when task.Type is { } type && ReturnParser.IsTask(type) => TaskCall(task),
        IInvocationOperation { Type: { } type } call when ReturnParser.IsTask(type) => call,
        _ => null,
    };
}
