namespace Ermine.Generator.Memo;

/// <summary>All that is declared by one name, in whatever place and case.</summary>
internal sealed class DeclaredName
{
    /// <summary>The files with types of that name, in the order of the compilation: the first part of a class speaks for it.</summary>
    public List<FileNode> Files { get; } = new(1);

    /// <summary>What stands for the namespaces of which it is a part; their order is nothing.</summary>
    public ulong Spaces { get; set; }

    /// <summary>What stands for it all.</summary>
    public ulong Said => _said ??= Say();

    private ulong? _said;

    private ulong Say()
    {
        var said = new Fingerprint();
        said.Add(Spaces);
        foreach (var node in Files) said.Add(node.File.Content.Said);
        return said.Value;
    }
}
