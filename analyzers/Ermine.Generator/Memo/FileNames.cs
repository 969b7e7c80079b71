using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ermine.Generator.Memo;

/// <summary>The names that a file declares and by which other files can mean it. Read once for each tree, and gone with it.</summary>
internal sealed class FileNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileNames> Known = new();

    private readonly HashSet<Name> _names = [];
    private readonly List<(Name Segment, ulong Path)> _spaces = [];
    private readonly Lazy<FileContent> _content;

    private FileNames(SyntaxTree tree)
    {
        _content = new(() => new FileContent(tree));
        if (tree.GetRoot() is not CompilationUnitSyntax root) return;

        AddMembers(root.Members, default);
        IsForAll = root.AttributeLists.Count > 0 || root.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)) || _spaces.Any(s => s.Segment.Text == "System");
    }

    /// <summary>The types, at whatever depth, and the extension members.</summary>
    public IReadOnlyCollection<Name> Names => _names;

    /// <summary>The parts of the names of its namespaces, each with what stands for all that is before it.</summary>
    public IReadOnlyList<(Name Segment, ulong Path)> Spaces => _spaces;

    /// <summary>Whether all files are read in its light: it has global usings or attributes of the assembly, or declares in <c>System</c>, where the
    /// compiler looks for types that nobody has named.</summary>
    public bool IsForAll { get; }

    /// <summary>What the declarations say; read when first asked for.</summary>
    public FileContent Content => _content.Value;

    public static FileNames Of(SyntaxTree tree) => Known.GetValue(tree, static t => new FileNames(t));

    private void AddMembers(SyntaxList<MemberDeclarationSyntax> members, Fingerprint space)
    {
        foreach (var member in members) Add(member, space);
    }

    private void Add(MemberDeclarationSyntax member, Fingerprint space)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax inner:
                foreach (var segment in inner.Name.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)))
                {
                    space.Add(segment.ValueText);
                    _spaces.Add((new Name(segment.ValueText), space.Value));
                }

                AddMembers(inner.Members, space);
                break;
            case ExtensionBlockDeclarationSyntax extension:
                _names.UnionWith(extension.Members.SelectMany(m => m.DescendantTokens(n => n == m).Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => new Name(t.ValueText))));
                break;
            case TypeDeclarationSyntax type:
                _names.Add(new Name(type.Identifier.ValueText));
                AddMembers(type.Members, space);
                break;
            case BaseTypeDeclarationSyntax type:
                _names.Add(new Name(type.Identifier.ValueText));
                break;
            case DelegateDeclarationSyntax type:
                _names.Add(new Name(type.Identifier.ValueText));
                break;
            case GlobalStatementSyntax:
                _names.Add(new Name("Program")); // the compiler puts the statements there
                break;
        }
    }
}
