using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Queues;

/// <summary>Replaces a mistyped queue name by the one that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NearestQueueFix() : NodeFix<AttributeArgumentSyntax>("ERM102", "ERM116")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var queue) || queue is null) return;

        var name = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(queue)).WithTriviaFrom(node.Expression);
        Offer(context, diagnostic, diagnostic.Id == "ERM102" ? $"Read the queue '{queue}'" : $"Name the queue '{queue}'", node.Expression, name);
    }
}
