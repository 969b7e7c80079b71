using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ermine.Events.Matching;

/// <summary>A name as it stands in events that have no escapes in it, ready to be compared, its closing quote included, at once.</summary>
internal readonly struct PlainName
{
    private readonly Vector256<byte> _block;
    private readonly Vector256<byte> _mask;
    private readonly byte[] _closed;

    public PlainName(ReadOnlySpan<byte> name)
    {
        _closed = [.. name, (byte)'"'];
        _block = Block(_closed);
        _mask = Block(Enumerable.Repeat(byte.MaxValue, _closed.Length).ToArray());
    }

    /// <summary>Whether the name stands at a place of an event.</summary>
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
