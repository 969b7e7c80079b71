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

        var isKnown = await document.KnowsAsync(method.SpanStart, space, name, ct).ConfigureAwait(false);
        var changed = root.ReplaceNode(method, method.WithAttribute(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name)), first: name == "Function"));
        return document.WithSyntaxRoot(isKnown ? changed : changed.WithUsing(space));
    }

    public static async Task<Document> AddAttributeAsync(this Document document, ParameterSyntax parameter, string space, string name, CancellationToken ct)
    {
        if (await document.GetSyntaxRootAsync(ct).ConfigureAwait(false) is not CompilationUnitSyntax root) return document;

        var isKnown = await document.KnowsAsync(parameter.SpanStart, space, name, ct).ConfigureAwait(false);
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

    private static async Task<bool> KnowsAsync(this Document document, int position, string space, string name, CancellationToken ct)
    {
        var model = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        return model is not null && model.LookupNamespacesAndTypes(position, name: name + "Attribute").Any(s => s.ContainingNamespace?.ToDisplayString() == space);
    }

    private static CompilationUnitSyntax WithUsing(this CompilationUnitSyntax root, string space)
    {
        var line = root.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        var added = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(space).WithLeadingTrivia(SyntaxFactory.Space))
            .WithTrailingTrivia(line.IsKind(SyntaxKind.None) ? SyntaxFactory.LineFeed : line);
        var index = root.Usings.TakeWhile(u => IsBefore(u, space)).Count();
        if (root.Usings.Count > 0) return root.WithUsings(root.Usings.Insert(index, added));

        // The first using goes below the file's header and a blank line above what follows.
        var first = root.GetFirstToken();
        return root.ReplaceToken(first, first.WithLeadingTrivia(added.GetTrailingTrivia()))
            .WithUsings(SyntaxFactory.SingletonList(added.WithLeadingTrivia(first.LeadingTrivia)));
    }

    private static bool IsBefore(UsingDirectiveSyntax known, string space)
    {
        if (known.Alias is not null || known.StaticKeyword.IsKind(SyntaxKind.StaticKeyword)) return false;
        var name = known.Name?.ToString() ?? "";
        var (isSystem, addsSystem) = (IsSystem(name), IsSystem(space));
        return isSystem == addsSystem ? string.CompareOrdinal(name, space) < 0 : isSystem;
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
