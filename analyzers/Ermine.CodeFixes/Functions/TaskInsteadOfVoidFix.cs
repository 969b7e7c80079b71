using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Lets an asynchronous function return what its caller can wait for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class TaskInsteadOfVoidFix() : NodeFix<MethodDeclarationSyntax>("ERM004")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, MethodDeclarationSyntax node) =>
        Offer(context, diagnostic, "Return Task", ct => ReturnTaskAsync(context.Document, node, ct));

    private static async Task<Document> ReturnTaskAsync(Document document, MethodDeclarationSyntax method, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;

        var isKnown = await document.KnowsAsync(method.SpanStart, "System.Threading.Tasks", "Task", ct).ConfigureAwait(false);
        var changed = root.ReplaceNode(method.ReturnType, SyntaxFactory.IdentifierName("Task").WithTriviaFrom(method.ReturnType));
        return document.WithSyntaxRoot(isKnown ? changed : changed.WithUsing("System.Threading.Tasks"));
    }
}
