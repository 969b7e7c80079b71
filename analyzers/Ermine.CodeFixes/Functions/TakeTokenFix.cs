using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes.Functions;

/// <summary>Takes a token, and passes it to the calls that are to end with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class TakeTokenFix() : NodeFix<MethodDeclarationSyntax>("ERM016")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, MethodDeclarationSyntax node)
    {
        if (diagnostic.Properties.TryGetValue(FixProperties.Token, out var arguments) && arguments is not null)
            Offer(context, diagnostic, "Take a CancellationToken", ct => TakeAsync(context.Document, diagnostic, node, arguments.Split(','), ct));
    }

    private static async Task<Document> TakeAsync(Document document, Diagnostic diagnostic, MethodDeclarationSyntax method, string[] arguments, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;

        var token = method.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == "ct") ? "cancellationToken" : "ct";
        var calls = diagnostic.AdditionalLocations.Select(l => root.FindNode(l.SourceSpan, getInnermostNodeForTie: true)).OfType<InvocationExpressionSyntax>().ToList();
        // A call may stand within another's arguments, so each is found again after the others have changed.
        var tracked = method.TrackNodes(calls);
        for (var i = 0; i < calls.Count; i++)
        {
            var call = tracked.GetCurrentNode(calls[i])!;
            tracked = tracked.ReplaceNode(call, call.WithArgumentList(With(call.ArgumentList, token, arguments[i])));
        }

        var isKnown = await document.KnowsAsync(method.SpanStart, "System.Threading", "CancellationToken", ct).ConfigureAwait(false);
        var changed = root.ReplaceNode(method, tracked.WithParameterList(With(method.ParameterList, token)));
        return document.WithSyntaxRoot(isKnown ? changed : changed.WithUsing("System.Threading"));
    }

    private static ParameterListSyntax With(ParameterListSyntax list, string token)
    {
        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(token)).WithType(SyntaxFactory.IdentifierName("CancellationToken").WithTrailingTrivia(SyntaxFactory.Space));
        if (list.Parameters.Any(p => p.Default is not null)) parameter = parameter.WithDefault(Default());
        return list.WithParameters(SyntaxFactory.SeparatedList([.. list.Parameters, parameter], list.Parameters.Count == 0 ? [] : [.. list.Parameters.GetSeparators(), Comma()]));
    }

    private static EqualsValueClauseSyntax Default() => SyntaxFactory.EqualsValueClause(
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression));

    private static ArgumentListSyntax With(ArgumentListSyntax list, string token, string name)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));
        if (name.Length > 0) argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name)).WithTrailingTrivia(SyntaxFactory.Space));
        return list.WithArguments(SyntaxFactory.SeparatedList([.. list.Arguments, argument], list.Arguments.Count == 0 ? [] : [.. list.Arguments.GetSeparators(), Comma()]));
    }

    private static SyntaxToken Comma() => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
}
