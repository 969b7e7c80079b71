using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ermine.Events.Matching;

/// <summary>A name on the way to a field, and what stands before it.</summary>
/// <param name="node">Where it leads.</param>
/// <param name="name">The name.</param>
/// <param name="before">The name before it; null for the first.</param>
internal sealed class NamedField(PathNode node, byte[] name, NamedField? before)
{
    private readonly byte[] _closed = [.. name, (byte)'"'];
    private readonly Vector256<byte> _block = Block([.. name, (byte)'"']);
    private readonly Vector256<byte> _mask = Block([.. name.Select(_ => byte.MaxValue), byte.MaxValue]);

    public PathNode Node { get; } = node;

    /// <summary>The number of the field that ends here; -1 for none.</summary>
    public int Number { get; } = node.Field;

    /// <summary>The hash of the path that leads here.</summary>
    public uint Hash { get; } = node.Hash;

    public NamedField? Before { get; } = before;

    /// <summary>Whether the name stands at a place of an event, without escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ReadOnlySpan<byte> json, int start) =>
        start + Vector256<byte>.Count <= json.Length && _closed.Length <= Vector256<byte>.Count
            ? (Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)start) & _mask) == _block
            : json[start..].StartsWith(_closed);

    // The first bytes of a text, and 0 behind it.
    private static Vector256<byte> Block(ReadOnlySpan<byte> text)
    {
        Span<byte> block = stackalloc byte[Vector256<byte>.Count];
        text[..Math.Min(text.Length, block.Length)].CopyTo(block);
        return Vector256.Create<byte>(block);
    }
}
