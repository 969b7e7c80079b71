using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules.Queues;

/// <summary>A send that every run of a function makes at once: under no condition, and without a delay.</summary>
/// <param name="From">The queue that the function reads.</param>
/// <param name="To">The queue that it sends to.</param>
/// <param name="Place">Where.</param>
internal sealed record SendStep(string From, string To, Location Place)
{
    /// <summary>The sends of a function, as they are written: a call on the parameter, in the function's own body.</summary>
    /// <remarks>Nothing is bound, so that the sends of all functions can be known while one types in one of them. What may not happen counts as not sent.</remarks>
    public static IEnumerable<SendStep> Of(QueueReader reader)
    {
        var body = (reader.Method.PartialImplementationPart ?? reader.Method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as MethodDeclarationSyntax;
        if (body is null) yield break;

        foreach (var parameter in (ConstructorParser.Find(reader.Method.ContainingType)?.Parameters ?? []).Concat(reader.Method.Parameters))
        {
            if (QueueSend.PayloadOf(parameter.Type) is not { } payload || QueueIndex.ContractOf(payload) is not { } queue) continue;
            if (body.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(c => IsSendOn(parameter.Name, c) && !MayWait(c) && IsCertain(c, body, reader)) is { } call)
                yield return new SendStep(reader.Queue, queue, call.GetLocation());
        }
    }

    // SendManyAsync is left out: it may be given nothing to send.
    private static bool IsSendOn(string parameter, InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax
    {
        Name.Identifier.ValueText: "SendAsync", Expression: IdentifierNameSyntax name,
    } && name.Identifier.ValueText == parameter;

    private static bool MayWait(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        var options = arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == "options") ?? arguments.Skip(1).FirstOrDefault(a => a.NameColon is null);
        return options?.Expression switch
        {
            null => false,
            LiteralExpressionSyntax => false,
            BaseObjectCreationExpressionSyntax made => made.Initializer?.Expressions.Any(e => e is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Delay" } }) == true,
            _ => true,
        };
    }

    private static bool IsCertain(SyntaxNode call, MethodDeclarationSyntax body, QueueReader reader)
    {
        if (body.DescendantNodes().Any(n => n is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax && n.SpanStart < call.SpanStart && !n.Contains(call))) return false;
        return call.Ancestors().TakeWhile(n => n != body).All(n => n is BlockSyntax or ExpressionStatementSyntax or AwaitExpressionSyntax or ArrowExpressionClauseSyntax
            or ReturnStatementSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or UsingStatementSyntax or TryStatementSyntax or FinallyClauseSyntax
            || (n is ForEachStatementSyntax { Expression: IdentifierNameSyntax list } && QueueIndex.PayloadOf(reader.Method)?.Parameter.Name == list.Identifier.ValueText));
    }
}
