using System.Numerics;

namespace Ermine.Events.Matching;

/// <summary>
/// Branches of rules by hash, never changed: with one more it is another trie, which shares all but a handful of nodes with the first
/// (Bagwell 2001, "Ideal Hash Trees"). So readers need no lock, and adding costs the same at ten rules and at a hundred thousand.
/// </summary>
internal sealed class HashTrie
{
    /// <summary>The one without branches.</summary>
    public static readonly HashTrie Empty = new(0, []);

    private const int Bits = 6;

    private readonly ulong _present;
    private readonly object[] _slots; // at each, a HashTrie of the next bits or a Leaf

    private HashTrie(ulong present, object[] slots) => (_present, _slots) = (present, slots);

    /// <summary>The branches at a hash.</summary>
    public Branch[] Find(ulong hash)
    {
        var node = this;
        for (var shift = 0; ; shift += Bits)
        {
            var bit = 1UL << (int)(hash >> shift & 63);
            if ((node._present & bit) == 0) return [];

            var slot = node._slots[BitOperations.PopCount(node._present & (bit - 1))];
            if (slot is Leaf leaf) return leaf.Hash == hash ? leaf.Branches : [];

            node = (HashTrie)slot;
        }
    }

    /// <summary>The trie with one more branch at a hash.</summary>
    public HashTrie With(ulong hash, Branch branch) => With(new Leaf(hash, [branch]), 0);

    /// <summary>The trie without a branch that is at a hash.</summary>
    public HashTrie Without(ulong hash, Branch branch) => Without(hash, branch, 0) ?? Empty;

    private HashTrie With(Leaf added, int shift)
    {
        var bit = 1UL << (int)(added.Hash >> shift & 63);
        var index = BitOperations.PopCount(_present & (bit - 1));
        if ((_present & bit) == 0) return new HashTrie(_present | bit, [.. _slots[..index], added, .. _slots[index..]]);

        object replaced = _slots[index] switch
        {
            HashTrie node => node.With(added, shift + Bits),
            Leaf leaf when leaf.Hash == added.Hash => new Leaf(leaf.Hash, [.. leaf.Branches, .. added.Branches]),
            Leaf leaf => Empty.With(leaf, shift + Bits).With(added, shift + Bits),
            _ => throw new InvalidOperationException(),
        };
        return Replace(index, replaced);
    }

    private HashTrie? Without(ulong hash, Branch branch, int shift)
    {
        var bit = 1UL << (int)(hash >> shift & 63);
        if ((_present & bit) == 0) return this;

        var index = BitOperations.PopCount(_present & (bit - 1));
        object? left = _slots[index] switch
        {
            HashTrie node => node.Without(hash, branch, shift + Bits),
            Leaf leaf when leaf.Hash != hash => leaf,
            Leaf { Branches: [var only] } when only == branch => null,
            Leaf leaf => new Leaf(hash, [.. leaf.Branches.Where(b => b != branch)]),
            _ => throw new InvalidOperationException(),
        };
        if (left is not null) return Replace(index, left);
        if (_slots.Length == 1) return null;

        return new HashTrie(_present & ~bit, [.. _slots[..index], .. _slots[(index + 1)..]]);
    }

    private HashTrie Replace(int index, object slot)
    {
        var slots = (object[])_slots.Clone();
        slots[index] = slot;
        return new HashTrie(_present, slots);
    }

    private sealed record Leaf(ulong Hash, Branch[] Branches);
}
