namespace Ermine.Events.Matching;

/// <summary>One value of a field that some rule names, as it was met in the event.</summary>
internal struct Occurrence
{
    /// <summary>The field.</summary>
    public int Field;

    /// <summary>Where its text begins: in the event, or in the buffer of unescaped texts.</summary>
    public int Start;

    /// <summary>Bytes of its text.</summary>
    public int Length;

    /// <summary>The element of an array that it stands in; 0 for none.</summary>
    public int Element;

    /// <summary>The next value of the same field; -1 behind the last.</summary>
    public int Next;

    public ValueKind Kind;

    /// <summary>Whether its text stands in the buffer of unescaped texts.</summary>
    public bool IsUnescaped;
}
