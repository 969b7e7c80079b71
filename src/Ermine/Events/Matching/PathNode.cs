using System.Numerics;

namespace Ermine.Events.Matching;

/// <summary>A name on the way to fields that rules name, never changed.</summary>
internal sealed class PathNode
{
    /// <summary>A node that nothing leads on from.</summary>
    public static readonly PathNode Empty = new(0, -1, [], []);

    private const int FewChildren = 8;

    private readonly byte[][] _names;
    private readonly uint[] _hashes; // of the paths that end in the names
    private readonly PathNode[] _children;
    private readonly int[]? _slots; // places of the names by hash, each plus one, where they are many

    private PathNode(uint hash, int field, byte[][] names, PathNode[] children)
    {
        (Hash, Field, _names, _children) = (hash, field, names, children);
        _hashes = [.. children.Select(c => c.Hash)];
        if (names.Length <= FewChildren) return;

        _slots = new int[(int)BitOperations.RoundUpToPowerOf2((uint)names.Length * 2)];
        for (var i = 0; i < names.Length; i++)
        {
            var slot = (int)_hashes[i] & (_slots.Length - 1);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = i + 1;
        }
    }

    /// <summary>The hash of the path that leads here.</summary>
    public uint Hash { get; }

    /// <summary>The number of the field that ends here; -1 for none.</summary>
    public int Field { get; }

    /// <summary>How many names lead on.</summary>
    public int Count => _children.Length;

    /// <summary>The node that a name leads to; null for none.</summary>
    public PathNode? Find(ReadOnlySpan<byte> name)
    {
        if (_children.Length == 0) return null;

        var hash = ByteHash.OfPath(Hash, name);
        if (_slots is null)
        {
            for (var i = 0; i < _hashes.Length; i++)
            {
                if (_hashes[i] == hash && name.SequenceEqual(_names[i])) return _children[i];
            }

            return null;
        }

        for (var slot = (int)hash; ; slot++)
        {
            var place = _slots[slot & (_slots.Length - 1)];
            if (place == 0) return null;
            if (_hashes[place - 1] == hash && name.SequenceEqual(_names[place - 1])) return _children[place - 1];
        }
    }

    /// <summary>The node that a name leads to, by the hash of the path and where it stands in an event, without escapes; null for none.</summary>
    public PathNode? Find(uint hash, ReadOnlySpan<byte> json, int start)
    {
        if (_slots is null)
        {
            for (var i = 0; i < _hashes.Length; i++)
            {
                if (_hashes[i] == hash && IsAt(_names[i], json, start)) return _children[i];
            }

            return null;
        }

        for (var slot = (int)hash; ; slot++)
        {
            var place = _slots[slot & (_slots.Length - 1)];
            if (place == 0) return null;
            if (_hashes[place - 1] == hash && IsAt(_names[place - 1], json, start)) return _children[place - 1];
        }
    }

    /// <summary>The tree in which a path ends in a field.</summary>
    public PathNode With(ReadOnlySpan<byte[]> path, int field)
    {
        if (path.IsEmpty) return new PathNode(Hash, field, _names, _children);

        var place = Place(path[0]);
        var child = (place < 0 ? new PathNode(ByteHash.OfPath(Hash, path[0]), -1, [], []) : _children[place]).With(path[1..], field);
        return place < 0 ? new PathNode(Hash, Field, [.. _names, path[0]], [.. _children, child]) : Replace(place, child);
    }

    /// <summary>The tree in which no field ends at a path.</summary>
    public PathNode Without(ReadOnlySpan<byte[]> path)
    {
        if (path.IsEmpty) return new PathNode(Hash, -1, _names, _children);

        var place = Place(path[0]);
        var child = _children[place].Without(path[1..]);
        return child.Field >= 0 || child.Count > 0 ? Replace(place, child)
            : new PathNode(Hash, Field, [.. _names[..place], .. _names[(place + 1)..]], [.. _children[..place], .. _children[(place + 1)..]]);
    }

    private int Place(byte[] name) => Array.FindIndex(_names, n => n.AsSpan().SequenceEqual(name));

    private PathNode Replace(int place, PathNode child)
    {
        var children = (PathNode[])_children.Clone();
        children[place] = child;
        return new PathNode(Hash, Field, _names, children);
    }

    /// <summary>The fields that names lead to from here.</summary>
    /// <param name="before">The name that leads here; null for none.</param>
    public IEnumerable<NamedField> Fields(NamedField? before = null)
    {
        for (var i = 0; i < Count; i++)
        {
            var named = new NamedField(_children[i], _names[i], before);
            if (named.Node.Field >= 0) yield return named;
            foreach (var further in named.Node.Fields(named)) yield return further;
        }
    }

    /// <summary>Whether a name stands at a place of an event, without escapes.</summary>
    private static bool IsAt(byte[] name, ReadOnlySpan<byte> json, int start) =>
        start + name.Length < json.Length && json[start + name.Length] == (byte)'"' && json.Slice(start, name.Length).SequenceEqual(name);
}
