using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Auth;

/// <summary>Says who may call an endpoint: those who signed in, or everyone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DecideAccessFix() : NodeFix<MethodDeclarationSyntax>("ERM501")
{
    private const string Namespace = "Microsoft.AspNetCore.Authorization";

    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, MethodDeclarationSyntax node)
    {
        Offer(context, diagnostic, "Add [Authorize]", ct => context.Document.AddAttributeAsync(node, Namespace, "Authorize", ct));
        Offer(context, diagnostic, "Add [AllowAnonymous]", ct => context.Document.AddAttributeAsync(node, Namespace, "AllowAnonymous", ct));
    }
}
