using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Events;

/// <summary>Writes, in the middle of a pattern, the name that was meant. The literal around it stays as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MeantNameFix() : NodeFix<AttributeArgumentSyntax>("ERM302", "ERM304", "ERM308", "ERM331")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Name, out var name) || name is null
            || !diagnostic.Properties.TryGetValue(FixProperties.Value, out var meant) || meant is null) return;

        Offer(context, diagnostic, $"Write \"{meant}\"", async ct =>
        {
            var (text, span) = (await context.Document.GetTextAsync(ct).ConfigureAwait(false), diagnostic.Location.SourceSpan);
            return context.Document.WithText(text.Replace(span, text.ToString(span).Replace(name, meant)));
        });
    }
}
