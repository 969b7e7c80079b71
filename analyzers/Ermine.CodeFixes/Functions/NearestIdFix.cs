using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Calls the function that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NearestIdFix() : NodeFix<ExpressionSyntax>("ERM018")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, ExpressionSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var id) || id is null) return;

        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(id)).WithTriviaFrom(node);
        Offer(context, diagnostic, $"Call '{id}'", node, text);
    }
}
