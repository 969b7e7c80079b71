using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Http;

/// <summary>Has a function that only reads take a session that only reads. Where the function writes nothing is offered: which method it should answer instead is a promise to its callers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class ReadingSessionFix() : NodeFix<ParameterSyntax>("ERM425")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, ParameterSyntax node)
    {
        if (node.Parent?.Parent is not MethodDeclarationSyntax) return; // a write within a lambda

        SimpleNameSyntax? name = node.Type switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name?.Identifier.ValueText == "IDocumentSession") Offer(context, diagnostic, "Take an IQuerySession", name, SyntaxFactory.IdentifierName("IQuerySession").WithTriviaFrom(name));
    }
}
