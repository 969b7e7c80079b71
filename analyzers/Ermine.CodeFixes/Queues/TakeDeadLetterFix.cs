using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Queues;

/// <summary>Takes dead letters for what they are: one, or a batch of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class TakeDeadLetterFix() : NodeFix<ParameterSyntax>("ERM117")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, ParameterSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Type, out var letter) || letter is null || node.Type is not { } type) return;

        var payload = type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(n => n.Identifier.ValueText == "IReadOnlyList")?.TypeArgumentList.Arguments[0] ?? type;
        Offer(context, diagnostic, $"Take {letter}", ct => TakeAsync(context.Document, payload, letter, ct));
    }

    private static async Task<Document> TakeAsync(Document document, TypeSyntax payload, string letter, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;

        var isKnown = await document.KnowsAsync(payload.SpanStart, "Ermine.Queues", letter, ct).ConfigureAwait(false);
        var changed = root.ReplaceNode(payload, SyntaxFactory.IdentifierName(letter).WithTriviaFrom(payload));
        return document.WithSyntaxRoot(isKnown ? changed : changed.WithUsing("Ermine.Queues"));
    }
}
