namespace Ermine.Events.Matching;

/// <summary>What a value of an event is that has no values inside.</summary>
internal enum ValueKind : byte
{
    String,
    Number,
    True,
    False,
    Null,
}
