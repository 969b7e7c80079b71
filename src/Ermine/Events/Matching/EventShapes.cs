namespace Ermine.Events.Matching;

/// <summary>
/// The shapes that events have, as far as they are kept: the first so many that a thread has met twice within a short time. Names that are new in each event would
/// otherwise take all room with shapes that never come again.
/// </summary>
internal sealed class EventShapes
{
    /// <summary>So many shapes are kept.</summary>
    public const int Most = 64;

    /// <summary>Shapes of more members than this are not kept, which would take much room.</summary>
    private const int MostMembers = 256;

    private const int Slots = 2 * Most;

    /// <summary>The shapes of the process, which anyone may add to without a lock.</summary>
    public static readonly EventShapes Shared = new();

    private readonly EventShape?[] _slots = new EventShape?[Slots];
    private int _taken;

    /// <summary>The shape of an event; null where it is not kept.</summary>
    /// <param name="json">The event.</param>
    /// <param name="index">Its index; no name has dots or escapes.</param>
    /// <param name="lately">Prints of shapes that the thread met lately and did not find; any number of them, all 0 at first.</param>
    public EventShape? Of(ReadOnlySpan<byte> json, EventIndex index, uint[] lately)
    {
        if (index.Members.Length > MostMembers) return null;

        var print = (ulong)index.Members.Length;
        foreach (var hash in index.Hashes) print = ByteHash.With(print, hash);
        for (var slot = (int)(print % Slots); ; slot = (slot + 1) % Slots)
        {
            var shape = Volatile.Read(ref _slots[slot]) ?? Add(slot, json, index, ref lately[(print >> 8) % (uint)lately.Length], (uint)(print >> 32));
            if (shape is null || shape.IsOf(json, index)) return shape;
        }
    }

    // The shape that is kept in a free slot now, perhaps another thread's; null for none.
    private EventShape? Add(int slot, ReadOnlySpan<byte> json, EventIndex index, ref uint met, uint print)
    {
        if (_taken >= Most) return null;

        if (met != print)
        {
            met = print;
            return null;
        }

        var number = Interlocked.Increment(ref _taken) - 1;
        if (number >= Most) return null;

        var added = new EventShape(number, json, index);
        return Interlocked.CompareExchange(ref _slots[slot], added, null) ?? added;
    }
}
