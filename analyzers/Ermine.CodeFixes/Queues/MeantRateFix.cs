using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Queues;

/// <summary>Writes a rate the way it is read.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MeantRateFix() : NodeFix<AttributeArgumentSyntax>("ERM104", "ERM421")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var rate) || rate is null) return;

        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(rate)).WithTriviaFrom(node.Expression);
        Offer(context, diagnostic, $"Write \"{rate}\"", node.Expression, text);
    }
}
