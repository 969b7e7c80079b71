using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Webhooks;

/// <summary>Writes the name of a webhook as a part of an address is written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class WebhookNameFix() : NodeFix<AttributeArgumentSyntax>("ERM321")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var meant) || meant is null) return;

        Offer(context, diagnostic, $"Call it \"{meant}\"", node.Expression, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(meant)).WithTriviaFrom(node.Expression));
    }
}
