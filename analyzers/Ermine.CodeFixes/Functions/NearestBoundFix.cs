using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Sets a value to the nearest one that its range allows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NearestBoundFix() : NodeFix<AttributeArgumentSyntax>("ERM003")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var bound) || bound is null || node.NameEquals is not { } name) return;

        var value = SyntaxFactory.ParseExpression(bound).WithTriviaFrom(node.Expression);
        Offer(context, diagnostic, $"Set {name.Name} to {bound}", node.Expression, value);
    }
}
