using System.Runtime.CompilerServices;

namespace Ermine.Events.Matching;

/// <summary>A name on the way to a field, and what stands before it.</summary>
/// <param name="node">Where it leads.</param>
/// <param name="name">The name.</param>
/// <param name="before">The name before it; null for the first.</param>
internal sealed class NamedField(PathNode node, byte[] name, NamedField? before)
{
    private readonly PlainName _name = new(name);

    public PathNode Node { get; } = node;

    /// <summary>The number of the field that ends here; -1 for none.</summary>
    public int Number { get; } = node.Field;

    /// <summary>The hash of the path that leads here.</summary>
    public uint Hash { get; } = node.Hash;

    public NamedField? Before { get; } = before;

    /// <summary>Whether the name stands at a place of an event, without escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ReadOnlySpan<byte> json, int start) => _name.IsAt(json, start);
}
