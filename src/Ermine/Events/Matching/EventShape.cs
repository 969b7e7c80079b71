using System.Runtime.CompilerServices;

namespace Ermine.Events.Matching;

/// <summary>
/// What events of one kind have in common: the names of their members, in order, and in which other each stands. So all of them have a member at the same place
/// of their indexes, and what is once found out about the names of one holds for every other. Their values may be of any kind.
/// </summary>
internal sealed class EventShape
{
    private readonly (PlainName Name, int Parent)[] _members;

    /// <summary>The shape of an event that has neither dots nor escapes in names.</summary>
    public EventShape(int number, ReadOnlySpan<byte> json, EventIndex index)
    {
        Number = number;
        Hashes = [.. index.Hashes, .. new uint[EventIndex.Padding]];
        _members = new (PlainName, int)[index.Members.Length];
        for (var i = 0; i < _members.Length; i++)
        {
            var start = index.Members[i].NameStart;
            _members[i] = (new PlainName(json[start..JsonSkip.String(json, start, out _)]), index.Members[i].Parent);
        }
    }

    /// <summary>A number that no other shape has, below <see cref="EventShapes.Most"/>.</summary>
    public int Number { get; }

    /// <summary>The hashes of the members' paths, and <see cref="EventIndex.Padding"/> more that mean nothing.</summary>
    public uint[] Hashes { get; }

    /// <summary>How many members an event has.</summary>
    public int Count => _members.Length;

    /// <summary>Whether a name that stands at a place of an event, below another member, is the one of a member here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Has(int member, ReadOnlySpan<byte> json, int nameStart, int parent)
    {
        if ((uint)member >= (uint)_members.Length) return false;

        ref readonly var expected = ref _members[member];
        return expected.Parent == parent && expected.Name.IsAt(json, nameStart);
    }

    /// <summary>Whether an event has this shape. Its names are compared, since other names may have the same hashes.</summary>
    public bool IsOf(ReadOnlySpan<byte> json, EventIndex index)
    {
        if (!index.Hashes.SequenceEqual(Hashes.AsSpan(0, Count))) return false;

        for (var i = 0; i < Count; i++)
        {
            if (!Has(i, json, index.Members[i].NameStart, index.Members[i].Parent)) return false;
        }

        return true;
    }
}
