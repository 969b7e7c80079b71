namespace Ermine.Events.Matching;

/// <summary>Many texts, of which one is found without comparing with each.</summary>
internal sealed class ByteSet
{
    /// <summary>Fewer than this are compared one by one.</summary>
    public const int Least = 8;

    private readonly byte[]?[] _slots;

    public ByteSet(byte[][] texts)
    {
        _slots = new byte[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)texts.Length * 2)][];
        foreach (var text in texts)
        {
            var slot = Slot(text);
            _slots[slot] = text;
        }
    }

    /// <summary>Whether a text is one of them.</summary>
    public bool Contains(ReadOnlySpan<byte> text) => _slots[Slot(text)] is not null;

    // The slot of a text, or the free one where it would be.
    private int Slot(ReadOnlySpan<byte> text)
    {
        var slot = (int)ByteHash.Of(text) & (_slots.Length - 1);
        while (_slots[slot] is { } other && !text.SequenceEqual(other)) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }
}
