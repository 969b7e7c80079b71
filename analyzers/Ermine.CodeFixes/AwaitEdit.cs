using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes;

/// <summary>Puts an await into a function, and makes the function async where it is not.</summary>
internal static class AwaitEdit
{
    /// <summary>Whether an await may stand in the place of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="canBeAsync">Whether the method around it may be made async. Lambdas and local functions are left as they are: what calls them would have to wait, too.</param>
    public static bool MayAwait(this SyntaxNode node, bool canBeAsync)
    {
        foreach (var around in node.Ancestors())
        {
            switch (around)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or QueryExpressionSyntax or CatchFilterClauseSyntax: return false;
                case AnonymousFunctionExpressionSyntax lambda: return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local: return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method: return canBeAsync || method.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }

    /// <summary>The expression with an await before it, in parentheses where they are needed.</summary>
    public static ExpressionSyntax Awaited(this ExpressionSyntax expression, ExpressionSyntax place)
    {
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression.WithoutTrivia());
        var isOwner = place.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax or InvocationExpressionSyntax;
        return (isOwner ? SyntaxFactory.ParenthesizedExpression(awaited) : awaited).WithTriviaFrom(place);
    }

    /// <summary>Replaces a node by one that awaits.</summary>
    public static async Task<Document> AwaitAsync(this Document document, SyntaxNode old, SyntaxNode changed, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;
        if (old.FirstAncestorOrSelf<SyntaxNode>(n => n is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MethodDeclarationSyntax) is not MethodDeclarationSyntax method
            || method.Modifiers.Any(SyntaxKind.AsyncKeyword)) return document.WithSyntaxRoot(root.ReplaceNode(old, changed));

        var isKnown = await document.KnowsAsync(method.SpanStart, "System.Threading.Tasks", "Task", ct).ConfigureAwait(false);
        var waiting = root.ReplaceNode(method, Async(method.ReplaceNode(old, changed)));
        return document.WithSyntaxRoot(isKnown ? waiting : waiting.WithUsing("System.Threading.Tasks"));
    }

    private static MethodDeclarationSyntax Async(MethodDeclarationSyntax method)
    {
        var type = method.ReturnType;
        var word = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (method.Modifiers.Count == 0) (word, type) = (word.WithLeadingTrivia(type.GetLeadingTrivia()), type.WithLeadingTrivia());

        TypeSyntax task = type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
            ? SyntaxFactory.IdentifierName("Task")
            : SyntaxFactory.GenericName(SyntaxFactory.Identifier("Task"), SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(type.WithoutTrivia())));
        return method.WithReturnType(task.WithTriviaFrom(type)).AddModifiers(word);
    }
}
