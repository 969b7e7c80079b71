using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Ermine.CodeFixes.Functions;

/// <summary>Opens a function, and the types around it, to the generated code of its assembly.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeAccessibleFix() : NodeFix<MethodDeclarationSyntax>("ERM001")
{
    // A type that another change of the batch has opened already would be replaced twice.
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, MethodDeclarationSyntax node)
    {
        if (node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Any(IsHidden))
            Offer(context, diagnostic, "Make it internal", ct => OpenAsync(context.Document, node, ct));
    }

    private static async Task<Document> OpenAsync(Document document, MethodDeclarationSyntax method, CancellationToken ct)
    {
        var editor = await DocumentEditor.CreateAsync(document, ct).ConfigureAwait(false);
        foreach (var member in method.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().Where(IsHidden))
            editor.SetAccessibility(member, Accessibility.Internal);
        return editor.GetChangedDocument();
    }

    private static bool IsHidden(MemberDeclarationSyntax member) => member switch
    {
        BaseNamespaceDeclarationSyntax => false,
        BaseTypeDeclarationSyntax { Parent: not BaseTypeDeclarationSyntax } => false,
        _ => !member.Modifiers.Any(SyntaxKind.PublicKeyword) && !member.Modifiers.Any(SyntaxKind.InternalKeyword),
    };
}
