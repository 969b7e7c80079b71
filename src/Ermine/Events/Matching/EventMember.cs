namespace Ermine.Events.Matching;

/// <summary>
/// A member of an object of an event, as the validator met it. All members in the order of the event are an index of it: a member's own members follow it, and its
/// <see cref="Skip"/> leads past them. So whoever looks for a name neither reads the other names nor steps over their values.
/// </summary>
internal struct EventMember
{
    /// <summary>The lower half of the hash of its name, unescaped.</summary>
    public uint Hash;

    /// <summary>Where the first character of its name stands.</summary>
    public int NameStart;

    /// <summary>Where its value begins.</summary>
    public int ValueStart;

    /// <summary>The place in the index behind this member and all that stands in it; its complement, below 0, where it is the last of its object.</summary>
    public int Skip;

    /// <summary>The place behind this member and all that stands in it.</summary>
    public readonly int End => Skip < 0 ? ~Skip : Skip;
}
