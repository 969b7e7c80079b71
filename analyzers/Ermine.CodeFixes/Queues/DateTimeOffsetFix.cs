using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Queues;

/// <summary>Makes a time one that is the same everywhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class DateTimeOffsetFix() : NodeFix<SyntaxNode>("ERM109")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, SyntaxNode node)
    {
        if (!diagnostic.Properties.ContainsKey(FixProperties.Type)) return;
        var type = node switch
        {
            ParameterSyntax parameter => parameter.Type,
            PropertyDeclarationSyntax property => property.Type,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax field } => field.Type,
            _ => null,
        };
        if (type?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(n => n.Identifier.ValueText == "DateTime") is not { } name) return;

        Offer(context, diagnostic, "Use DateTimeOffset", name, name.WithIdentifier(SyntaxFactory.Identifier("DateTimeOffset")).WithTriviaFrom(name));
    }
}
