namespace Ermine.Generator.Memo;

/// <summary>A file among those of its compilation.</summary>
internal sealed class FileNode(FileNames file)
{
    public FileNames File => file;

    /// <summary>What stands for all that it can be read in the light of; null until it is asked for.</summary>
    public ulong? Around { get; set; }

    /// <summary>What stands for all that its names can mean; null until it is asked for.</summary>
    public ulong? Meaning { get; set; }

    /// <summary>The other files that it mentions.</summary>
    public IReadOnlyList<FileNode> Mentioned { get; set; } = [];

    /// <summary>What the last walk had as its number that came by here.</summary>
    public int Walk { get; set; }
}
