using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.CodeFixes;

/// <summary>Adds attributes and their values the way a tidy colleague would: into the list that is there, with the using that it needs.</summary>
internal static class AttributeEdit
{
    /// <summary>Puts an attribute on a method: first in its first list, or in a list of its own.</summary>
    public static async Task<Document> AddAttributeAsync(this Document document, MethodDeclarationSyntax method, string space, string name, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;

        var isKnown = await document.KnowsAsync(method.SpanStart, space, name + "Attribute", ct).ConfigureAwait(false);
        var changed = root.ReplaceNode(method, method.WithAttribute(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name)), first: name == "Function"));
        return document.WithSyntaxRoot(isKnown ? changed : changed.WithUsing(space));
    }

    public static async Task<Document> AddAttributeAsync(this Document document, ParameterSyntax parameter, string space, string name, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;

        var isKnown = await document.KnowsAsync(parameter.SpanStart, space, name + "Attribute", ct).ConfigureAwait(false);
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name))))
            .WithTrailingTrivia(SyntaxFactory.Space);
        var changed = root.ReplaceNode(parameter, parameter.WithoutLeadingTrivia().AddAttributeLists(list).WithLeadingTrivia(parameter.GetLeadingTrivia()));
        return document.WithSyntaxRoot(isKnown ? changed : changed.WithUsing(space));
    }

    /// <summary>Sets a property of an attribute, in the place where it is set already, or last.</summary>
    public static AttributeSyntax WithValue(this AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        var arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        if (arguments.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == property) is { } known)
            return attribute.WithArgumentList(arguments.ReplaceNode(known.Expression, value.WithTriviaFrom(known.Expression)));

        var name = SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(property))
            .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space));
        var added = SyntaxFactory.AttributeArgument(name, null, value);
        if (arguments.Arguments.Count == 0) return attribute.WithArgumentList(arguments.WithArguments(SyntaxFactory.SingletonSeparatedList(added)));

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(arguments.WithArguments(SyntaxFactory.SeparatedList(
            [.. arguments.Arguments, added], [.. arguments.Arguments.GetSeparators(), comma])));
    }

    private static MethodDeclarationSyntax WithAttribute(this MethodDeclarationSyntax method, AttributeSyntax attribute, bool first)
    {
        if (method.AttributeLists.FirstOrDefault(l => l.Target is null) is { } list)
        {
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            var attributes = first
                ? SyntaxFactory.SeparatedList([attribute, .. list.Attributes], [comma, .. list.Attributes.GetSeparators()])
                : SyntaxFactory.SeparatedList([.. list.Attributes, attribute], [.. list.Attributes.GetSeparators(), comma]);
            return method.ReplaceNode(list, list.WithAttributes(attributes));
        }

        return method.AddAttributeLists(SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)));
    }
}
