using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Ermine.CodeFixes.Queues;

/// <summary>Names the member that was meant, so that the compiler follows it from then on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NearestMemberFix() : NodeFix<AttributeArgumentSyntax>("ERM105")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var member) || !diagnostic.Properties.TryGetValue(FixProperties.Type, out var type)) return;

        var name = SyntaxFactory.ParseExpression($"nameof({type}.{member})").WithTriviaFrom(node.Expression);
        if (name.DescendantNodes().OfType<MemberAccessExpressionSyntax>().FirstOrDefault() is not { Expression: var owner }) return;

        name = name.ReplaceNode(owner, owner.WithAdditionalAnnotations(Simplifier.Annotation));
        Offer(context, diagnostic, $"Use '{member}'", node.Expression, name);
    }
}
