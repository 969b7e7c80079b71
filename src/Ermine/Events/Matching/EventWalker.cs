namespace Ermine.Events.Matching;

/// <summary>
/// Goes through a validated event once, along the paths that rules name, and writes down the values that it meets there. By the validator's index names are found one
/// below the other, and an object is left as soon as every name that is looked for there was found, since no name stands in an object twice. Without an index, as
/// where an event comes from a store, and with dots or escapes in names the text is read, and what no rule names is stepped over by its quotes and brackets.
/// </summary>
/// <param name="json">The event.</param>
/// <param name="index">The index; empty where there is none.</param>
/// <param name="mayHaveRareNames">Whether a name may have dots, so that one object's names stand in several, or escapes.</param>
/// <param name="scratch">Where the values are written down.</param>
internal ref struct EventWalker(ReadOnlySpan<byte> json, EventIndex index, bool mayHaveRareNames, MatchScratch scratch)
{
    private readonly ReadOnlySpan<byte> _json = json;
    private readonly EventIndex _names = index;
    private readonly ReadOnlySpan<EventMember> _index = index.Members;

    public void Walk(PathNode paths)
    {
        if (paths.Count == 0) return;

        if (mayHaveRareNames || _index.IsEmpty) Object(JsonSkip.Space(_json, 0) + 1, paths, 0);
        else Members(0, paths, 0);
        scratch.EndElement(0);
    }

    /// <summary>Writes down the values of one member.</summary>
    public void Walk(int member, PathNode node)
    {
        Value(member, node, 0);
        scratch.EndElement(0);
    }

    // The members of an object from a place in the index; answers the place behind them.
    private int Members(int at, PathNode node, int element)
    {
        var left = node.Count;
        while (true)
        {
            ref readonly var member = ref _index[at];
            if (node.Find(_names.HashOf(at), _json, member.NameStart) is { } child)
            {
                Value(at, child, element);
                if (--left == 0) return Behind(at);
            }

            if (member.Skip < 0) return ~member.Skip;
            at = member.Skip;
        }
    }

    // The place behind an object of which one member is at a place.
    private readonly int Behind(int at)
    {
        while (_index[at].Skip >= 0) at = _index[at].Skip;
        return ~_index[at].Skip;
    }

    // The value of a member.
    private void Value(int at, PathNode node, int element)
    {
        ref readonly var member = ref _index[at];
        var (start, end) = (member.ValueStart, member.ValueEnd);
        if (member.Kind != ValueKind.Unread)
        {
            if (node.Field >= 0) scratch.Add(node.Field, element, member.Kind, start, end - start, isUnescaped: false);
            return;
        }

        switch (_json[start])
        {
            case (byte)'{':
                if (node.Count > 0 && member.End > at + 1) Members(at + 1, node, element);
                break;
            case (byte)'[':
                at++;
                Elements(start + 1, ref at, node, element);
                break;
            default:
                Text(node, element, start + 1, end, isEscaped: true);
                break;
        }
    }

    // The elements of an array, the first of which is at a place; answers the place behind the array, and in the index.
    private int Elements(int start, ref int at, PathNode node, int element)
    {
        var array = scratch.ArrayCount++;
        while (true)
        {
            start = JsonSkip.Space(_json, start);
            switch (_json[start])
            {
                case (byte)']':
                    return start + 1;
                case (byte)',':
                    start++;
                    break;
                case (byte)'{' or (byte)'[':
                    var inner = scratch.BeginElement(element, array);
                    if (_json[start] == (byte)'[')
                    {
                        start = Elements(start + 1, ref at, node, inner);
                    }
                    else
                    {
                        var first = at;
                        start = JsonSkip.Rest(_json, start + 1);
                        if (first < _index.Length && _index[first].NameStart < start) at = node.Count > 0 ? Members(first, node, inner) : Behind(first);
                    }

                    scratch.EndElement(inner);
                    break;
                default:
                    start = Read(start, node, element);
                    break;
            }
        }
    }

    // The object whose first member is at a place, read from its text; answers the place behind it.
    private int Object(int at, PathNode node, int element)
    {
        while (true)
        {
            at = JsonSkip.Space(_json, at);
            if (_json[at] == (byte)'}') return at + 1;
            if (_json[at] == (byte)',') at = JsonSkip.Space(_json, at + 1);

            var start = at + 1;
            var end = JsonSkip.String(_json, start, out _);
            at = JsonSkip.Space(_json, end + 1);
            at = JsonSkip.Space(_json, at + 1);
            at = Child(node, _json[start..end]) is { } child ? Read(at, child, element) : JsonSkip.Value(_json, at);
        }
    }

    // What a name leads to that may have escapes or dots.
    private readonly PathNode? Child(PathNode node, ReadOnlySpan<byte> name)
    {
        var kept = scratch.TextCount;
        if (name.Contains((byte)'\\')) name = scratch.Text.AsSpan(scratch.Unescape(name, out var length), length);
        scratch.TextCount = kept;

        while (true)
        {
            if (node.Find(name) is { } whole) return whole;

            var dot = name.IndexOf((byte)'.');
            if (dot < 0 || node.Find(name[..dot]) is not { } child) return null;

            node = child;
            name = name[(dot + 1)..];
        }
    }

    // A value, read from its text; answers the place behind it.
    private int Read(int at, PathNode node, int element)
    {
        switch (_json[at])
        {
            case (byte)'{':
                return node.Count > 0 ? Object(at + 1, node, element) : JsonSkip.Rest(_json, at + 1);
            case (byte)'[':
                return Array(at + 1, node, element);
            case (byte)'"':
                var end = JsonSkip.String(_json, at + 1, out var isEscaped);
                Text(node, element, at + 1, end, isEscaped);
                return end + 1;
            default:
                var behind = JsonSkip.Scalar(_json, at);
                if (node.Field >= 0) scratch.Add(node.Field, element, JsonSkip.Kind(_json[at]), at, behind - at, isUnescaped: false);
                return behind;
        }
    }

    private int Array(int at, PathNode node, int element)
    {
        var array = scratch.ArrayCount++;
        while (true)
        {
            at = JsonSkip.Space(_json, at);
            switch (_json[at])
            {
                case (byte)']':
                    return at + 1;
                case (byte)',':
                    at++;
                    break;
                case (byte)'{' or (byte)'[':
                    var inner = scratch.BeginElement(element, array);
                    at = Read(at, node, inner);
                    scratch.EndElement(inner);
                    break;
                default:
                    at = Read(at, node, element);
                    break;
            }
        }
    }

    private readonly void Text(PathNode node, int element, int start, int end, bool isEscaped)
    {
        if (node.Field < 0) return;

        var length = end - start;
        if (isEscaped) start = scratch.Unescape(_json[start..end], out length);
        scratch.Add(node.Field, element, ValueKind.String, start, length, isEscaped);
    }
}
