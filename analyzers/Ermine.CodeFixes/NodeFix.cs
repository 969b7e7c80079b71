using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ermine.CodeFixes;

/// <summary>A fix of the syntax node that a diagnostic points at.</summary>
internal abstract class NodeFix<TNode>(params string[] ids) : CodeFixProvider where TNode : SyntaxNode
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>() is { } node) Offer(context, diagnostic, node);
        }
    }

    /// <summary>Registers what may be done.</summary>
    protected abstract void Offer(CodeFixContext context, Diagnostic diagnostic, TNode node);

    /// <summary>Offers one change under an imperative title.</summary>
    protected static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, Func<CancellationToken, Task<Document>> change) =>
        context.RegisterCodeFix(CodeAction.Create(title, change, equivalenceKey: title), diagnostic);

    /// <summary>Offers to put another node in the place of one.</summary>
    protected static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, SyntaxNode old, SyntaxNode changed) =>
        Offer(context, diagnostic, title, async ct =>
        {
            var root = await context.Document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
            return root is null ? context.Document : context.Document.WithSyntaxRoot(root.ReplaceNode(old, changed));
        });
}
