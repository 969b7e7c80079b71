using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Makes a method with a trigger the function that it was meant to be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddFunctionFix() : NodeFix<MethodDeclarationSyntax>("ERM002")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, MethodDeclarationSyntax node) =>
        Offer(context, diagnostic, "Add [Function]", ct => context.Document.AddAttributeAsync(node, "Ermine", "Function", ct));
}
