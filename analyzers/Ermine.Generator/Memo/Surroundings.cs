using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Memo;

/// <summary>What a file can be read in the light of, for each file of a compilation: the compilation's references and options, and the
/// declarations that it mentions by name, with those that these mention, to the end.</summary>
internal sealed class Surroundings
{
    private static readonly ConditionalWeakTable<Compilation, Surroundings> Known = new();

    private readonly Dictionary<SyntaxTree, FileNode> _nodes = [];
    private readonly Dictionary<Name, DeclaredName> _declared = [];
    private readonly ulong _ofAll;
    private int _walks;

    private Surroundings(Compilation compilation)
    {
        var spaces = new HashSet<ulong>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var node = new FileNode(FileNames.Of(tree));
            _nodes.Add(tree, node);
            foreach (var name in node.File.Names) Declared(name).Files.Add(node);
            foreach (var (segment, path) in node.File.Spaces)
            {
                if (spaces.Add(path)) Declared(segment).Spaces += path;
            }
        }

        _ofAll = OfAll(compilation);
    }

    public static Surroundings Of(Compilation compilation) => Known.GetValue(compilation, static c => new Surroundings(c));

    /// <summary>What stands for all that the file's declarations can be read in the light of: while it is the same, they mean the same.</summary>
    public ulong Around(SyntaxTree tree)
    {
        lock (_nodes)
        {
            var node = _nodes[tree];
            return node.Around ??= Around(node);
        }
    }

    private ulong Around(FileNode node)
    {
        var around = new Fingerprint();
        around.Add(_ofAll);
        Walk([node], ref around);
        return around.Value;
    }

    private ulong OfAll(Compilation compilation)
    {
        var around = new Fingerprint();
        around.Add(compilation.AssemblyName ?? "");
        around.Add(Identity.Of(compilation.Options));
        foreach (var reference in compilation.ExternalReferences) around.Add(Identity.Of(reference));

        // Where a reference references this assembly, its names may mean any type of it.
        var isAnyMeant = compilation.SourceModule.ReferencedAssemblySymbols.Any(a => a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == compilation.AssemblyName)));
        Walk([.. _nodes.Values.Where(n => isAnyMeant || n.File.IsForAll)], ref around);
        return around.Value;
    }

    private void Walk(List<FileNode> found, ref Fingerprint around)
    {
        _walks++;
        foreach (var start in found) start.Walk = _walks;
        for (var i = 0; i < found.Count; i++)
        {
            around.Add(found[i].File.Content.Said);
            around.Add(MeaningOf(found[i]));
            foreach (var node in found[i].Mentioned)
            {
                if (node.Walk == _walks) continue;
                node.Walk = _walks;
                found.Add(node);
            }
        }
    }

    private ulong MeaningOf(FileNode node)
    {
        if (node.Meaning is { } known) return known;

        var meaning = new Fingerprint();
        var mentioned = new List<FileNode>();
        foreach (var name in node.File.Content.Mentioned)
        {
            meaning.Add(_declared.TryGetValue(name, out var declared) ? declared.Said : 0);
            if (declared is not null) mentioned.AddRange(declared.Files);
        }

        node.Mentioned = mentioned;
        node.Meaning = meaning.Value;
        return meaning.Value;
    }

    private DeclaredName Declared(Name name)
    {
        if (!_declared.TryGetValue(name, out var declared)) _declared.Add(name, declared = new DeclaredName());
        return declared;
    }
}
