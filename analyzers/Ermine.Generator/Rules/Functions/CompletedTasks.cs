using System.Collections.Immutable;
using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>Which tasks of a function are known to have ended, so that to ask for their results keeps no thread.</summary>
internal static class CompletedTasks
{
    /// <summary>Whether the task has ended where it is used: it was awaited before, asked whether it has, or is one that another call has waited for.</summary>
    public static bool IsKnown(IOperation task, ImmutableArray<IOperation> body)
    {
        var origins = OriginsOf(task).ToImmutableHashSet<ISymbol>(SymbolEqualityComparer.Default);
        if (origins.Count == 0) return false;
        return origins.Any(o => IsGivenCompleted(o, body)) || body.Any(o => o.Syntax.SpanStart < task.Syntax.SpanStart && (IsQuestion(o, origins) || IsAwait(o, origins, task, body)));
    }

    // The variable itself, or the list that the variable, or the element, comes from.
    private static IEnumerable<ISymbol> OriginsOf(IOperation? operation)
    {
        while (operation is IConversionOperation { Operand: var operand }) operation = operand;
        if (SymbolOf(operation) is { } symbol) yield return symbol;
        var list = operation switch
        {
            IParameterReferenceOperation { Parameter: var parameter } => CallOf(parameter, operation) is { } call ? call.Instance ?? call.Arguments.FirstOrDefault()?.Value : null,
            ILocalReferenceOperation { Local: var local } => LoopOf(local, operation)?.Collection,
            IArrayElementReferenceOperation element => element.ArrayReference,
            IPropertyReferenceOperation { Property.IsIndexer: true } element => element.Instance,
            _ => null,
        };
        if (list is null) yield break;
        foreach (var origin in OriginsOf(list)) yield return origin;
    }

    private static bool IsQuestion(IOperation operation, ImmutableHashSet<ISymbol> origins) =>
        operation is IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "Status", Instance: var asked } && SymbolOf(asked) is { } symbol && origins.Contains(symbol);

    private static bool IsAwait(IOperation operation, ImmutableHashSet<ISymbol> origins, IOperation task, ImmutableArray<IOperation> body)
    {
        if (operation is not IAwaitOperation wait || !IsCertainBefore(wait.Syntax, task.Syntax)) return false;
        if (AwaitedBy(wait).FirstOrDefault(origins.Contains) is not { } awaited) return false;
        return !body.OfType<ISimpleAssignmentOperation>().Any(a => SymbolEqualityComparer.Default.Equals(SymbolOf(a.Target), awaited)
            && a.Syntax.SpanStart > wait.Syntax.SpanStart && a.Syntax.SpanStart < task.Syntax.SpanStart);
    }

    private static IEnumerable<ISymbol> AwaitedBy(IAwaitOperation wait)
    {
        var awaited = wait.Operation;
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WaitAsync", Instance: { } configured }) awaited = configured;
        if (SymbolOf(awaited) is { } one) return [one];
        return awaited is IInvocationOperation { TargetMethod: { Name: "WhenAll", ContainingType: var type } } all && type.Is("System.Threading.Tasks.Task")
            ? all.Descendants().Select(SymbolOf).OfType<ISymbol>()
            : [];
    }

    // What ContinueWith hands over has ended, and so has what WhenAny answers.
    private static bool IsGivenCompleted(ISymbol symbol, ImmutableArray<IOperation> body) => symbol switch
    {
        IParameterSymbol parameter => body.OfType<IInvocationOperation>().Any(c => c.TargetMethod.Name == "ContinueWith"
            && c.Descendants().OfType<IAnonymousFunctionOperation>().Any(l => l.Symbol.Parameters.Contains(parameter, SymbolEqualityComparer.Default))),
        ILocalSymbol local => body.OfType<IVariableDeclaratorOperation>().Any(d => SymbolEqualityComparer.Default.Equals(d.Symbol, local)
            && (d.Initializer ?? (d.Parent as IVariableDeclarationOperation)?.Initializer)?.Value is IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "WhenAny" } }),
        _ => false,
    };

    // Nothing that may be left out stands around the one that does not stand around the other.
    private static bool IsCertainBefore(SyntaxNode wait, SyntaxNode use)
    {
        foreach (var around in wait.Ancestors())
        {
            if (around is StatementSyntax statement) return statement.Parent?.Contains(use) == true;
            if (around is AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or SwitchExpressionArmSyntax) return around.Contains(use);
        }

        return false;
    }

    private static ISymbol? SymbolOf(IOperation? operation) => operation switch
    {
        IConversionOperation { Operand: var operand } => SymbolOf(operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static IInvocationOperation? CallOf(IParameterSymbol parameter, IOperation use)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            if (around is not IAnonymousFunctionOperation lambda || !lambda.Symbol.Parameters.Contains(parameter, SymbolEqualityComparer.Default)) continue;
            while (around is not (null or IInvocationOperation)) around = around.Parent;
            return around as IInvocationOperation;
        }

        return null;
    }

    private static IForEachLoopOperation? LoopOf(ILocalSymbol local, IOperation use)
    {
        for (var around = use.Parent; around is not null; around = around.Parent)
        {
            if (around is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default)) return loop;
        }

        return null;
    }
}
