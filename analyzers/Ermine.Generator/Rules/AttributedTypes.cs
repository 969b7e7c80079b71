using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Rules;

/// <summary>Which types of a file bear which attributes, on themselves or on their methods, as it is written: names only, nothing is bound.</summary>
/// <remarks>An edit leaves the other files' trees as they are, so an index after it reads one file and binds what it needs.</remarks>
internal sealed class AttributedTypes
{
    private static readonly ConditionalWeakTable<SyntaxTree, AttributedTypes> Known = new();

    private readonly HashSet<(string Attribute, string Type)> _found = [];
    private readonly List<(string Alias, string Attribute)> _aliases = [];

    private AttributedTypes(SyntaxTree tree)
    {
        if (tree.GetRoot() is not CompilationUnitSyntax root) return;
        foreach (var alias in root.Usings.Where(u => u is { Alias: not null, NamespaceOrType: NameSyntax }))
            _aliases.Add((alias.Alias!.Name.Identifier.ValueText, SimpleName((NameSyntax)alias.NamespaceOrType)));
        Add(root.Members, "");
    }

    /// <summary>The metadata names of types that may bear the attribute, ordered; the attribute's name is without namespace and suffix.</summary>
    public static ImmutableArray<string> Of(Compilation compilation, string attribute)
    {
        var files = compilation.SyntaxTrees.Select(tree => Known.GetValue(tree, t => new AttributedTypes(t))).ToList();
        var names = files.SelectMany(f => f._aliases).Where(a => a.Attribute == attribute).Select(a => WithoutSuffix(a.Alias)).Append(attribute).ToImmutableHashSet();
        return [.. files.SelectMany(f => f._found).Where(f => names.Contains(f.Attribute)).Select(f => f.Type).Distinct().OrderBy(t => t, StringComparer.Ordinal)];
    }

    private void Add(SyntaxList<MemberDeclarationSyntax> members, string prefix)
    {
        foreach (var member in members)
        {
            if (member is BaseNamespaceDeclarationSyntax space) Add(space.Members, $"{prefix}{space.Name.ToString().Replace(" ", "")}.");
            if (member is TypeDeclarationSyntax type) Add(type, prefix);
        }
    }

    private void Add(TypeDeclarationSyntax type, string prefix)
    {
        var arity = type.TypeParameterList?.Parameters.Count ?? 0;
        var name = arity == 0 ? $"{prefix}{type.Identifier.ValueText}" : $"{prefix}{type.Identifier.ValueText}`{arity}";
        foreach (var lists in type.Members.OfType<MethodDeclarationSyntax>().Select(m => m.AttributeLists).Prepend(type.AttributeLists))
            _found.UnionWith(lists.SelectMany(l => l.Attributes).Select(a => (SimpleName(a.Name), name)));
        Add(type.Members, name + "+");
    }

    private static string SimpleName(NameSyntax name) => WithoutSuffix(name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    });

    private static string WithoutSuffix(string name) => name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
}
