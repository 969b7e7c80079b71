using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Queues;

/// <summary>Removes a value that has no effect from an attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RemoveArgumentFix() : NodeFix<AttributeArgumentSyntax>("ERM106", "ERM107", "ERM323")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Name, out var name) || node is not { Parent: AttributeArgumentListSyntax { Parent: AttributeSyntax attribute } list }) return;

        var rest = list.WithArguments(list.Arguments.Remove(node));
        Offer(context, diagnostic, $"Remove {name}", attribute, attribute.WithArgumentList(rest.Arguments.Count == 0 ? null : rest));
    }
}
