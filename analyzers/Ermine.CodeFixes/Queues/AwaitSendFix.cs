using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Queues;

/// <summary>Waits for a send, where the code around it can wait.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AwaitSendFix() : NodeFix<InvocationExpressionSyntax>("ERM115")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, InvocationExpressionSyntax node)
    {
        if (!diagnostic.Properties.ContainsKey(FixProperties.Name) || StatementOf(node) is not { Expression: var dropped } || !IsAsync(node)) return;

        var waited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), node.WithoutTrivia()).WithTriviaFrom(dropped);
        Offer(context, diagnostic, "Await it", dropped, waited);
    }

    private static ExpressionStatementSyntax? StatementOf(SyntaxNode node) => (node.Parent is AssignmentExpressionSyntax discard ? discard.Parent : node.Parent) as ExpressionStatementSyntax;

    private static bool IsAsync(SyntaxNode node) => node.Ancestors().Select(n => n switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax function => function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        GlobalStatementSyntax => true,
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax => false,
        _ => (bool?)null,
    }).FirstOrDefault(a => a is not null) == true;
}
