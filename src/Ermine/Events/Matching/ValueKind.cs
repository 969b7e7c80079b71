namespace Ermine.Events.Matching;

/// <summary>What a value of an event is.</summary>
internal enum ValueKind : byte
{
    String,
    Number,
    True,
    False,
    Null,

    /// <summary>Nothing that is tested as it stands: an object, an array, or a string with escapes.</summary>
    Unread,
}
