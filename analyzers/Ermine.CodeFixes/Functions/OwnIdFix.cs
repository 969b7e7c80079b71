using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Gives a function an id of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class OwnIdFix() : NodeFix<AttributeSyntax>("ERM005")
{
    // One of the two keeps its id, so fixing all of them at a time would change too much.
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var id) || id is null) return;

        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(id));
        Offer(context, diagnostic, $"Give it the id '{id}'", node, node.WithValue("Id", text));
    }
}
