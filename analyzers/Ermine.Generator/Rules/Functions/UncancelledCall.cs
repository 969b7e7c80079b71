using Ermine.Generator.Parsing;
using Ermine.Generator.Rules.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Ermine.Generator.Rules.Functions;

/// <summary>A call that is awaited and could be cancelled, and is given nothing to be cancelled by.</summary>
/// <param name="Call">The call.</param>
/// <param name="Argument">The parameter by whose name a token is given; empty where it is the next argument.</param>
internal sealed record UncancelledCall(IInvocationOperation Call, string Argument)
{
    private const string Token = "System.Threading.CancellationToken";

    /// <summary>The call in an operation that awaits it, or returns what its caller awaits; null where there is none.</summary>
    public static UncancelledCall? Of(IOperation operation)
    {
        var awaited = operation switch
        {
            IAwaitOperation wait => wait.Operation,
            IReturnOperation { ReturnedValue: { Type: { } type } value } when ReturnParser.IsTask(type) => value,
            _ => null,
        };
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured }) awaited = configured;
        if (awaited is not IInvocationOperation { Type: { } task, Syntax: InvocationExpressionSyntax { ArgumentList.Arguments: var written } } call || !ReturnParser.IsTask(task)) return null;
        if (QueueSend.Of(call) is not null) return null; // within a function a send waits for nothing: it joins the commit

        var given = call.Arguments.Count(a => a.ArgumentKind != ArgumentKind.DefaultValue);
        if (call.Arguments.FirstOrDefault(a => a.Parameter?.Type.Is(Token) == true) is { Parameter: { } parameter } argument)
            return argument.ArgumentKind == ArgumentKind.DefaultValue ? new(call, given == parameter.Ordinal && written.All(a => a.NameColon is null) ? "" : parameter.Name) : null;
        return Overload(call.TargetMethod) is { } longer ? new(call, written.All(a => a.NameColon is null) && given == longer.Parameters.Length - 1 ? "" : longer.Parameters[^1].Name) : null;
    }

    public static bool IsToken(IParameterSymbol parameter) => parameter.Type.Is(Token);

    // The same method with a token at its end.
    private static IMethodSymbol? Overload(IMethodSymbol method)
    {
        var known = method.OriginalDefinition;
        if (known.Parameters.Any(p => p.IsParams)) return null;
        return known.ContainingType.GetMembers(known.Name).OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == known.Parameters.Length + 1 && IsToken(m.Parameters[^1])
            && m.IsStatic == known.IsStatic && m.Arity == known.Arity && m.DeclaredAccessibility == known.DeclaredAccessibility
            && known.Parameters.Zip(m.Parameters, (a, b) => a.Type.ToDisplayString() == b.Type.ToDisplayString()).All(same => same)); // by text: each has type parameters of its own
    }
}
