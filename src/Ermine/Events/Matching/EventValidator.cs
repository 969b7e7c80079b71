using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Ermine.Events.Matching;

/// <summary>
/// Decides whether bytes are an event: one JSON object (RFC 8259) of valid UTF-8, not nested too deeply, with no name twice in one object. What it lets through,
/// <see cref="JsonSkip"/> may step over without looking. Quotes and the characters of strings are looked at 64 bytes at a time first; the grammar follows.
/// </summary>
internal ref struct EventValidator(ReadOnlySpan<byte> json, ValidationScratch scratch)
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int MaxDepth = 64;

    /// <summary>In an object with more names than this they are sorted, rather than each compared with those before.</summary>
    private const int ManyNames = 64;

    private const int Failed = -1;

    private readonly ReadOnlySpan<byte> _json = json;
    private EventShape? _expected = scratch.Shape; // null from the first name on that is another
    private bool _hasBackslashes;
    private bool _hasDots;

    /// <summary>Whether some name has a dot or an escape in it.</summary>
    public bool HasRareNames { get; private set; }

    /// <summary>Why the bytes are no event; null where they are one.</summary>
    public string? Fault { get; private set; }

    /// <summary>The byte at which they are none.</summary>
    public int FaultAt { get; private set; }

    /// <summary>Whether the bytes are an event. Its index is in the scratch then.</summary>
    public bool Validate()
    {
        scratch.MemberCount = 0;
        var at = Space(0);
        if (!Utf8.IsValid(_json)) at = Fail("The event is not valid UTF-8; encode it as UTF-8.", InvalidUtf8(_json));
        else if (at == _json.Length || _json[at] != (byte)'{') at = Fail("An event is a JSON object.", at);
        else if (Quotes() && (at = Object(at + 1, 1, EventMember.None)) >= 0 && (at = Space(at)) < _json.Length) at = Fail("Something stands behind the event, which is one JSON object.", at);

        if (Fault is null && _hasDots && DottedNames.FirstMeeting(_json, scratch) is >= 0 and var place) Fail("A value with this path stands in the event already: a name with dots is the same as objects within each other.", place);
        if (Fault is not null) return false;

        if (_expected?.Count != scratch.MemberCount) scratch.Shape = HasRareNames ? null : scratch.Shapes.Of(_json, scratch.Index, scratch.Lately);
        return true;
    }

    private bool Quotes()
    {
        var blocks = (_json.Length + QuoteBlock.Size - 1) / QuoteBlock.Size;
        if (scratch.Quotes.Length <= blocks) scratch.Quotes = new ulong[blocks * 2];
        var all = scratch.Quotes;
        Span<byte> padded = stackalloc byte[QuoteBlock.Size];
        var isEscaped = false;
        ulong inString = 0; // all bits set where the block begins within a string
        for (var i = 0; i < blocks; i++)
        {
            var at = i * QuoteBlock.Size;
            scoped ref var start = ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), at);
            if (at + QuoteBlock.Size > _json.Length)
            {
                padded.Fill((byte)' ');
                _json[at..].CopyTo(padded);
                start = ref MemoryMarshal.GetReference(padded);
            }

            var (quotes, controls, hasBackslash) = QuoteBlock.Read(ref start, ref isEscaped);
            all[i] = quotes;
            _hasBackslashes |= hasBackslash;
            var strings = Fill(quotes) ^ inString;
            if ((controls & strings) != 0)
            {
                Fail("A control character stands in a string as it is; write it as an escape.", at + BitOperations.TrailingZeroCount(controls & strings));
                return false;
            }

            inString = (ulong)((long)strings >> 63);
        }

        all[blocks] = ulong.MaxValue;
        return true;
    }

    // The object whose first member is at a place: the place behind it.
    private int Object(int at, int depth, int parent)
    {
        if (depth > MaxDepth) return Fail($"The event is nested deeper than {MaxDepth} levels.", at - 1);

        var json = _json;
        var all = scratch.Quotes;
        var (first, names) = (scratch.MemberCount, 0);
        var path = parent == EventMember.None ? 0 : scratch.Hashes[EventMember.PlaceOf(parent)];
        ulong seen = 0; // a bit for some of the hashes that were met: one that is not set says that the name is new
        if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
        if (at < json.Length && json[at] == (byte)'}') return at + 1;

        var (block, quotes) = From(all, at);
        while (true)
        {
            if (at >= json.Length || json[at] != (byte)'"') return Fail("A name in double quotes is expected.", at);

            Next(all, ref block, ref quotes);
            var end = Next(all, ref block, ref quotes);
            if (end >= json.Length) return Fail("A string is not closed.", json.Length);

            uint hash;
            if (_expected is not null && !_expected.Has(scratch.MemberCount, json, at + 1, parent)) _expected = null;
            if (_expected is not null && parent >= EventMember.None)
            {
                hash = _expected.Hashes[scratch.MemberCount]; // as the names before it are those of an event too, this one is new in its object
            }
            else
            {
                hash = ByteHash.OfPath(path, json[(at + 1)..end], out var hasDot);
                if (_hasBackslashes && !Unescape(at + 1, end, path, ref hash, ref hasDot)) return Failed;
                if (hasDot) HasRareNames = _hasDots = true;
                if ((seen >> (int)hash & 1) != 0 && names <= ManyNames && Twice(first, hash, at + 1, end)) return Fail("The name stands in its object twice; give it one value.", at);
            }

            seen |= 1UL << (int)hash;
            names++;
            var member = scratch.MemberCount++;
            if (member == scratch.Members.Length) scratch.Grow();
            scratch.Hashes[member] = hash;
            (scratch.Members[member].NameStart, scratch.Members[member].Parent) = (at + 1, parent);

            at = end + 1;
            if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
            if (at >= json.Length || json[at] != (byte)':') return Fail("':' is expected behind the name.", at);

            at++;
            if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
            if (at < json.Length && json[at] == (byte)'"')
            {
                Next(all, ref block, ref quotes);
                end = Next(all, ref block, ref quotes);
                if (end >= json.Length) return Fail("A string is not closed.", json.Length);
                var isPlain = !_hasBackslashes || !json[(at + 1)..end].Contains((byte)'\\');
                if (!isPlain && !Escapes(at + 1, end)) return Failed;
                scratch.Members[member].Set(isPlain ? ValueKind.String : ValueKind.Unread, isPlain ? at + 1 : at, end);
                at = end + 1;
            }
            else
            {
                var from = at;
                at = Other(at, depth, parent < EventMember.None ? EventMember.InElement(member) : member);
                if (at < 0) return Failed;
                scratch.Members[member].Set(JsonSkip.Kind(json[from]), from, at);
                (block, quotes) = From(all, at);
            }

            if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
            if (at < json.Length && json[at] == (byte)',')
            {
                scratch.Members[member].Skip = scratch.MemberCount;
                at++;
                if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
                continue;
            }

            scratch.Members[member].Skip = ~scratch.MemberCount;
            if (at >= json.Length || json[at] != (byte)'}') return Fail("',' or '}' is expected.", at);
            return names > ManyNames && SortedTwice(first, names) is >= 0 and var twice ? Fail("The name stands in its object twice; give it one value.", twice - 1) : at + 1;
        }
    }

    private int Array(int at, int depth, int parent)
    {
        if (depth > MaxDepth) return Fail($"The event is nested deeper than {MaxDepth} levels.", at - 1);

        var json = _json;
        at = Space(at);
        if (at < json.Length && json[at] == (byte)']') return at + 1;

        while (true)
        {
            at = at < json.Length && json[at] == (byte)'"' ? String(at) : Other(at, depth, parent);
            if (at < 0) return Failed;

            if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
            if (at < json.Length && json[at] == (byte)',')
            {
                at++;
                if (at < json.Length && json[at] <= (byte)' ') at = Space(at);
                continue;
            }

            return at < json.Length && json[at] == (byte)']' ? at + 1 : Fail("',' or ']' is expected.", at);
        }
    }

    // A value that is no string: the place behind it.
    private int Other(int at, int depth, int parent) => (at < _json.Length ? _json[at] : (byte)0) switch
    {
        (byte)'{' => Object(at + 1, depth + 1, parent),
        (byte)'[' => Array(at + 1, depth + 1, EventMember.InElement(parent)),
        (byte)'t' => Literal(at, "true"u8),
        (byte)'f' => Literal(at, "false"u8),
        (byte)'n' => Literal(at, "null"u8),
        _ => Number(at),
    };

    private int String(int at)
    {
        var (block, quotes) = From(scratch.Quotes, at);
        Next(scratch.Quotes, ref block, ref quotes);
        var end = Next(scratch.Quotes, ref block, ref quotes);
        if (end >= _json.Length) return Fail("A string is not closed.", _json.Length);

        return !_hasBackslashes || Escapes(at + 1, end) ? end + 1 : Failed;
    }

    // The hash of a name that may have escapes.
    private bool Unescape(int start, int end, uint path, ref uint hash, ref bool hasDot)
    {
        if (!_json[start..end].Contains((byte)'\\')) return true;
        if (!Escapes(start, end)) return false;

        hash = ByteHash.OfPath(path, Unescaped(_json[start..end], ref scratch.Text), out hasDot);
        HasRareNames = true;
        return true;
    }

    private readonly bool Twice(int first, uint hash, int start, int end)
    {
        for (var i = first; i < scratch.MemberCount; i = scratch.Members[i].End)
        {
            if (scratch.Hashes[i] == hash && Name(scratch.Members[i].NameStart, ref scratch.OtherText).SequenceEqual(Unescaped(_json[start..end], ref scratch.Text))) return true;
        }

        return false;
    }

    // The place of a name that stands in an object of many names twice; -1 for none.
    private readonly int SortedTwice(int first, int count)
    {
        if (scratch.Sorted.Length < count) System.Array.Resize(ref scratch.Sorted, count * 2);
        var sorted = scratch.Sorted.AsSpan(0, count);
        for (int i = 0, member = first; i < count; i++, member = scratch.Members[member].End) sorted[i] = (ulong)scratch.Hashes[member] << 32 | (uint)member;
        sorted.Sort();
        for (var i = 1; i < count; i++)
        {
            for (var j = i - 1; j >= 0 && sorted[j] >> 32 == sorted[i] >> 32; j--)
            {
                var (one, other) = (scratch.Members[(int)(uint)sorted[j]].NameStart, scratch.Members[(int)(uint)sorted[i]].NameStart);
                if (Name(one, ref scratch.Text).SequenceEqual(Name(other, ref scratch.OtherText))) return other;
            }
        }

        return -1;
    }

    // A name that was met before, by where it begins.
    private readonly ReadOnlySpan<byte> Name(int start, ref byte[] room) => Unescaped(_json[start..JsonSkip.String(_json, start, out _)], ref room);

    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> name, ref byte[] room)
    {
        if (!name.Contains((byte)'\\')) return name;

        if (room.Length < name.Length) System.Array.Resize(ref room, name.Length * 2);
        return room.AsSpan(0, JsonText.Unescape(name, room));
    }

    private bool Escapes(int at, int end)
    {
        while (_json[at..end].IndexOf((byte)'\\') is >= 0 and var place)
        {
            at += place;
            var length = Escape(at, end);
            if (length < 0) return false;
            at += length;
        }

        return true;
    }

    // How many bytes an escape takes.
    private int Escape(int at, int end)
    {
        var c = _json[at + 1];
        if (c is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t') return 2;
        if (c != (byte)'u') return Fail("This is no escape of JSON.", at);

        var unit = at + 6 <= end ? JsonText.Hex(_json.Slice(at + 2, 4)) : -1;
        if (unit < 0) return Fail("The escape \\u takes four hexadecimal digits.", at);
        if (!char.IsSurrogate((char)unit)) return 6;

        // Both halves of a pair are escapes, or neither is: half a pair is no character.
        var isPair = char.IsHighSurrogate((char)unit) && at + 12 <= end && _json[at + 6] == (byte)'\\' && _json[at + 7] == (byte)'u' && JsonText.Hex(_json.Slice(at + 8, 4)) is >= 0xdc00 and <= 0xdfff;
        return isPair ? 12 : Fail("Half of a surrogate pair stands alone, which is no character.", at);
    }

    private int Number(int at)
    {
        var json = _json;
        var from = at;
        if (at < json.Length && json[at] == (byte)'-') at++;
        var digits = at;
        at = Digits(json, at);
        if (at == digits) return Fail(at == from ? "A value is expected: an object, an array, a string, a number, true, false or null." : "This is no number of JSON.", from);
        if (json[digits] == (byte)'0' && at > digits + 1) return Fail("This is no number of JSON: it begins with 0.", from);

        if (at < json.Length && json[at] == (byte)'.')
        {
            digits = at + 1;
            at = Digits(json, digits);
            if (at == digits) return Fail("This is no number of JSON: digits follow the point.", from);
        }

        if (at < json.Length && (json[at] | 0x20) == 'e')
        {
            at++;
            if (at < json.Length && json[at] is (byte)'+' or (byte)'-') at++;
            digits = at;
            at = Digits(json, digits);
            if (at == digits) return Fail("This is no number of JSON: digits follow the exponent's sign.", from);
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && (uint)(json[at] - '0') <= 9) at++;
        return at;
    }

    private int Literal(int at, ReadOnlySpan<byte> word) =>
        _json[at..].StartsWith(word) ? at + word.Length : Fail("A value is expected: an object, an array, a string, a number, true, false or null.", at);

    private readonly int Space(int at)
    {
        while (at < _json.Length && _json[at] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') at++;
        return at;
    }

    private int Fail(string message, int at)
    {
        (Fault, FaultAt) = (message, at);
        return Failed;
    }

    // The quotes of the block that a place is in, from that place.
    private static (int Block, ulong Quotes) From(ulong[] all, int at) => (at >> 6, all[at >> 6] & ulong.MaxValue << at);

    // The place of the next quote; behind the end of the event where there is none.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Next(ulong[] all, ref int block, ref ulong quotes)
    {
        while (quotes == 0) quotes = all[++block];

        var at = block << 6 | BitOperations.TrailingZeroCount(quotes);
        quotes &= quotes - 1;
        return at;
    }

    // Every bit becomes the parity of the bits up to and including it: set from an opening quote to before its closing one.
    private static ulong Fill(ulong quotes)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        return quotes ^ quotes << 32;
    }

    private static int InvalidUtf8(ReadOnlySpan<byte> json)
    {
        var at = 0;
        while (System.Text.Rune.DecodeFromUtf8(json[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
