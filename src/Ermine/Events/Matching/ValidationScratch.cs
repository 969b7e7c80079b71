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

    public int MemberCount;

    /// <summary>The quotes of the event, a bit for each byte, without those behind a backslash; behind the last block stand all.</summary>
    public ulong[] Quotes = new ulong[32];

    /// <summary>Room for names to be unescaped or sorted in.</summary>
    public byte[] Text = [];

    public byte[] OtherText = [];

    public ulong[] Sorted = [];

    /// <summary>What <see cref="DottedNames"/> writes down.</summary>
    public List<(ulong Hash, int Place)> Paths { get; } = [];

    /// <summary>The index of the event that was validated last.</summary>
    public ReadOnlySpan<EventMember> Index => Members.AsSpan(0, MemberCount);
}
