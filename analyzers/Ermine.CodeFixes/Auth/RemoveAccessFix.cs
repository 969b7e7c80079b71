using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Auth;

/// <summary>Takes an attribute off a method that has no effect there, or that keeps another from having one: never one that would guard if it could.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RemoveAccessFix() : NodeFix<MethodDeclarationSyntax>("ERM516")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, MethodDeclarationSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Name, out var name) || name is null) return;
        if (node.AttributeLists.SelectMany(l => l.Attributes).FirstOrDefault(a => NameOf(a) == name || NameOf(a) == name + "Attribute") is not { Parent: AttributeListSyntax list } idle) return;

        var changed = list.Attributes.Count > 1
            ? node.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(idle)))
            : node.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)!.WithLeadingTrivia(node.GetLeadingTrivia());
        Offer(context, diagnostic, $"Take off [{name}]", node, changed);
    }

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        var other => other.ToString(),
    };
}
