namespace Ermine.Events.Matching;

/// <summary>What a thread writes down while it validates one event, kept so that validating allocates nothing once it has grown.</summary>
internal sealed class ValidationScratch
{
    [ThreadStatic] private static ValidationScratch? _ofThread;

    private ValidationScratch()
    {
    }

    /// <summary>The scratch of the calling thread.</summary>
    public static ValidationScratch OfThread => _ofThread ??= new ValidationScratch();

    /// <summary>The members of the event's objects.</summary>
    public EventMember[] Members = new EventMember[64];

    /// <summary>The hashes of their paths.</summary>
    public uint[] Hashes = new uint[64 + EventIndex.Padding];

    public int MemberCount;

    /// <summary>The shape of the event that was validated last, which the next is expected to have; null where it is not kept.</summary>
    public EventShape? Shape;

    /// <summary>Prints of shapes that were met lately and are not kept.</summary>
    public uint[] Lately { get; } = new uint[64];

    /// <summary>Where shapes are kept.</summary>
    public EventShapes Shapes { get; set; } = EventShapes.Shared;

    /// <summary>The quotes of the event, a bit for each byte, without those behind a backslash; behind the last block stand all.</summary>
    public ulong[] Quotes = new ulong[32];

    /// <summary>Room for names to be unescaped or sorted in.</summary>
    public byte[] Text = [];

    public byte[] OtherText = [];

    public ulong[] Sorted = [];

    /// <summary>What <see cref="DottedNames"/> writes down.</summary>
    public List<(ulong Hash, int Place)> Paths { get; } = [];

    /// <summary>The index of the event that was validated last.</summary>
    public EventIndex Index => new(Hashes, Members.AsSpan(0, MemberCount), Shape);

    /// <summary>Doubles the room for members.</summary>
    public void Grow()
    {
        Array.Resize(ref Members, Members.Length * 2);
        Array.Resize(ref Hashes, Members.Length + EventIndex.Padding);
    }
}
