using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Schedules;

/// <summary>Writes the schedule, the zone, or the name of a webhook, that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MeantTextFix() : NodeFix<AttributeArgumentSyntax>("ERM321", "ERM703", "ERM704")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var meant) || meant is null) return;

        var text = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(meant)).WithTriviaFrom(node.Expression);
        Offer(context, diagnostic, $"Write \"{meant}\"", node.Expression, text);
    }
}
