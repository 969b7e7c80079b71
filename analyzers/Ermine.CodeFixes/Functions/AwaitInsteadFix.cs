using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Awaits where a function blocks its thread.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitInsteadFix() : NodeFix<ExpressionSyntax>("ERM013")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, ExpressionSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Instead, out var instead) || instead is null) return;
        if (!node.MayAwait(diagnostic.Properties.ContainsKey(FixProperties.CanBeAsync))) return;
        var waited = instead.Length == 0 ? TaskOf(node) : node.Parent is ExpressionStatementSyntax ? OfTask(instead, node, diagnostic.Properties[FixProperties.Token]) : null;
        if (waited is null) return;

        Offer(context, diagnostic, instead.Length == 0 ? "Await it" : $"Await Task.{instead}", ct => context.Document.AwaitAsync(node, waited.Awaited(node), ct));
    }

    private static ExpressionSyntax? TaskOf(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => task,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task } } => task,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var task } },
            },
        } => task,
        _ => null,
    };

    private static ExpressionSyntax? OfTask(string method, ExpressionSyntax node, string? token)
    {
        if (node is not InvocationExpressionSyntax { ArgumentList: var arguments }) return null;

        var isClosed = node.Ancestors().Any(n => n is AnonymousFunctionExpressionSyntax lambda && lambda.Modifiers.Any(SyntaxKind.StaticKeyword)
            || n is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.StaticKeyword));
        if (method == "Delay" && token is not null && !isClosed)
        {
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            arguments = arguments.WithArguments(SyntaxFactory.SeparatedList([.. arguments.Arguments, SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token))], [.. arguments.Arguments.GetSeparators(), comma]));
        }

        return SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression($"Task.{method}"), arguments);
    }
}
