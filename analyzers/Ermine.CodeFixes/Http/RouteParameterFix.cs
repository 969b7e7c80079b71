using System.Composition;
using Ermine.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Ermine.CodeFixes.Http;

/// <summary>Lets a route and its method name a parameter alike: by renaming that of the route, or by adding one to the method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class RouteParameterFix() : NodeFix<AttributeArgumentSyntax>("ERM402")
{
    protected override void Offer(CodeFixContext context, Diagnostic diagnostic, AttributeArgumentSyntax node)
    {
        if (!diagnostic.Properties.TryGetValue(FixProperties.Name, out var name) || name is null) return;

        if (diagnostic.Properties.TryGetValue(FixProperties.Value, out var meant) && meant is not null
            && node.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal && Renamed(literal.Token.Text, name, meant) is { } text)
            Offer(context, diagnostic, $"Name it '{{{meant}}}' in the route", literal, SyntaxFactory.ParseExpression(text).WithTriviaFrom(literal));

        if (diagnostic.Properties.TryGetValue(FixProperties.Type, out var type) && type is not null && node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
            Offer(context, diagnostic, $"Add the parameter '{name}'", method, WithParameter(method, type, name));
    }

    // In the source text of the literal, so that its escapes and its kind stay as they are.
    private static string? Renamed(string literal, string name, string meant)
    {
        foreach (var open in (string[])["{", "{*", "{**"])
        {
            var at = literal.IndexOf(open + name, StringComparison.Ordinal);
            var end = at + open.Length + name.Length;
            if (at >= 0 && end < literal.Length && literal[end] is '}' or ':' or '=' or '?') return literal.Substring(0, at + open.Length) + meant + literal.Substring(end);
        }

        return null;
    }

    // First, as it stands in the route; what may be left out stays last.
    private static MethodDeclarationSyntax WithParameter(MethodDeclarationSyntax method, string type, string name)
    {
        var identifier = SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? SyntaxFactory.Identifier(name) : SyntaxFactory.VerbatimIdentifier(default, name, name, default);
        var parameter = SyntaxFactory.Parameter(identifier)
            .WithType(SyntaxFactory.ParseTypeName(type).WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space));
        var known = method.ParameterList.Parameters;
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        var parameters = known.Count == 0 ? SyntaxFactory.SingletonSeparatedList(parameter) : SyntaxFactory.SeparatedList([parameter, .. known], [comma, .. known.GetSeparators()]);
        return method.WithParameterList(method.ParameterList.WithParameters(parameters));
    }
}
