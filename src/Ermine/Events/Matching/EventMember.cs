namespace Ermine.Events.Matching;

/// <summary>
/// A member of an object of an event, as the validator met it. All members in the order of the event are an index of it: a member's own members follow it, and its
/// <see cref="Skip"/> leads past them. So whoever looks for a path neither reads other names nor steps over their values.
/// </summary>
internal struct EventMember
{
    /// <summary>The parent of the members of the event itself.</summary>
    public const int None = -1;

    /// <summary>Where the first character of its name stands.</summary>
    public int NameStart;

    /// <summary>What its value is.</summary>
    public ValueKind Kind;

    /// <summary>Where its value begins: of a string without escapes the first character.</summary>
    public int ValueStart;

    /// <summary>The place behind the last character of its value, and of a string's before the closing quote.</summary>
    public int ValueEnd;

    /// <summary>The place in the index behind this member and all that stands in it; its complement, below 0, where it is the last of its object.</summary>
    public int Skip;

    /// <summary>The member that it stands in, <see cref="None"/> or as <see cref="InElement"/> answers where an array is between the event and it.</summary>
    public int Parent;

    /// <summary>The place behind this member and all that stands in it.</summary>
    public readonly int End => Skip < 0 ? ~Skip : Skip;

    /// <summary>Whether it stands in an element of an array.</summary>
    public readonly bool IsInElement => Parent < None;

    /// <summary>The place of the member that it stands in; <see cref="None"/> for the event itself.</summary>
    public readonly int ParentPlace => PlaceOf(Parent);

    /// <summary>What members are given as their parent that stand in an element of an array, which is in a member.</summary>
    public static int InElement(int parent) => parent < None ? parent : None - 1 - parent;

    /// <summary>The place of a parent.</summary>
    public static int PlaceOf(int parent) => parent < None ? None - 1 - parent : parent;

    /// <summary>Sets what the value is and where it stands.</summary>
    public void Set(ValueKind kind, int start, int end) => (Kind, ValueStart, ValueEnd) = (kind, start, end);
}
