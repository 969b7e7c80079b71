using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Schedules;

/// <summary>States a policy that was left to its default, which changes nothing but that it has been thought about.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class StatePolicyFix() : NodeFix<AttributeSyntax>("ERM706", "ERM707")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Name, out var property) || property is null) return;
        if (!diagnostic.Properties.TryGetValue(FixProperties.Value, out var value) || value is null) return;

        Offer(context, diagnostic, $"Set {property} to {value}", node, node.WithValue(property, SyntaxFactory.ParseExpression(value)));
    }
}
