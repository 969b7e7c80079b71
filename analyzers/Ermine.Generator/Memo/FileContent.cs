using Ermine.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Memo;

/// <summary>What the declarations of a file say, without the bodies of its members but for predicates, and every name that they mention.</summary>
internal sealed class FileContent
{
    private readonly HashSet<Name> _mentioned = [];

    public FileContent(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var said = new Fingerprint();
        said.Add(tree.FilePath);
        foreach (var item in root.DescendantNodesAndTokens(static node => !IsBody(node)))
        {
            said.Add(item.RawKind);
            if (item.IsToken) Add(item.AsToken(), ref said);
            else if (item.AsNode() is AttributeSyntax attribute) Add(attribute, ref said);
            else if (item.AsNode() is TypeDeclarationSyntax type) AddGeneratedName(type);
            if (item.AsNode() is TypeDeclarationSyntax or MethodDeclarationSyntax) said.Add(DocComment.Written(item.AsNode()!)); // which describes functions to their callers
        }

        // A #nullable reaches beyond the body that it may stand in, and what is broken may be read in more than one way.
        if (root.ContainsDirectives || root.ContainsDiagnostics) said.Add(tree.GetText().ToString());
        Said = said.Value;
        Mentioned = [.. _mentioned];
    }

    /// <summary>What stands for the declarations.</summary>
    public ulong Said { get; }

    /// <summary>The names that the declarations mention, those that they declare among them.</summary>
    public IReadOnlyList<Name> Mentioned { get; }

    private static bool IsBody(SyntaxNode node) => node is GlobalStatementSyntax or BlockSyntax or ArrowExpressionClauseSyntax && !MayBePredicate(node);

    // The body of a predicate of an event is read as its attribute is. Which methods are some is known only where all parts of their class are.
    private static bool MayBePredicate(SyntaxNode body) => body.FirstAncestorOrSelf<MethodDeclarationSyntax>() is
    {
        ParameterList.Parameters.Count: 1, ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword },
    } method && method.Modifiers.Any(SyntaxKind.StaticKeyword);

    private void Add(SyntaxToken token, ref Fingerprint said)
    {
        if (SyntaxFacts.GetText(token.Kind()).Length == 0) said.Add(token.Text);
        if (token.IsKind(SyntaxKind.IdentifierToken)) _mentioned.Add(new Name(token.ValueText));
    }

    // An argument that the compiler fills in may be the line or the text of another.
    private void Add(AttributeSyntax attribute, ref Fingerprint said)
    {
        if (attribute.Name.GetLastToken() is { ValueText: var name }) _mentioned.Add(new Name(name + "Attribute"));
        if (attribute.ArgumentList is not { } list || list.Arguments.All(a => a.NameEquals is not null)) return;

        said.Add(attribute.SyntaxTree.GetLineSpan(attribute.Span).StartLinePosition.Line);
        said.Add(list.ToString());
    }

    // The name that a nested or generic class is given, Outer_Inner, may be that of another type, or of one within a type that is named as its beginning.
    private void AddGeneratedName(TypeDeclarationSyntax type)
    {
        if (type is { Parent: not TypeDeclarationSyntax, TypeParameterList: null }) return;

        var name = string.Join("_", type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse()
            .Select(t => t.TypeParameterList is { Parameters.Count: var arity } ? $"{t.Identifier.ValueText}_{arity}" : t.Identifier.ValueText));
        _mentioned.Add(new Name(name));
        for (var end = name.IndexOf('_'); end >= 0; end = name.IndexOf('_', end + 1)) _mentioned.Add(new Name(name.Substring(0, end)));
    }
}
