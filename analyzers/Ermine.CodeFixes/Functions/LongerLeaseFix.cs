using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Makes a lease outlast the function, or twice the wait for its batch.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class LongerLeaseFix() : NodeFix<AttributeSyntax>("ERM007", "ERM107")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var seconds) || seconds is null) return;

        Offer(context, diagnostic, $"Set LeaseSeconds to {seconds}", node, node.WithValue("LeaseSeconds", SyntaxFactory.ParseExpression(seconds)));
    }
}
