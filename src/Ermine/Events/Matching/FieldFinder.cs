using System.Runtime.CompilerServices;

namespace Ermine.Events.Matching;

/// <summary>Finds fields in an event's index by the hashes of their paths, each by itself.</summary>
internal ref struct FieldFinder(ReadOnlySpan<byte> json, EventIndex index)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly EventIndex _index = index;
    private NamedField? _known;
    private int _knownPlace = EventMember.None;

    /// <summary>The member that a field is; -1 for none, and one of them where it stands in elements of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(NamedField field)
    {
        var at = _index.Find(field.Hash, 0);
        while (at >= 0 && !Is(field, at)) at = _index.Find(field.Hash, at + 1);
        return at;
    }

    /// <summary>Whether a member stands in an element of an array, where it is to be told from those of other elements.</summary>
    public readonly bool IsInElement(int member) => _index.Members[member].IsInElement;

    /// <summary>The value of a member, where it can be tested as it stands: not those of an array, nor of a member in an element of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryRead(int at, out ValueKind kind, out ReadOnlySpan<byte> text)
    {
        ref readonly var member = ref _index.Members[at];
        kind = member.Kind;
        text = _json[member.ValueStart..member.ValueEnd];
        return kind != ValueKind.Unread && !member.IsInElement;
    }

    // Whether a member is this field, and not just one whose path has the same hash.
    private bool Is(NamedField field, int member)
    {
        if (member < 0) return false;

        ref readonly var met = ref _index.Members[member];
        if (!field.IsAt(_json, met.NameStart)) return false;

        var before = met.ParentPlace;
        if (field.Before is null) return before < 0;
        if (before == _knownPlace && field.Before == _known) return true; // as of the field before, most of the time
        if (!Is(field.Before, before)) return false;

        (_known, _knownPlace) = (field.Before, before);
        return true;
    }
}
