namespace Ermine.Events.Matching;

/// <summary>An object or array that is an element of an array, on a path that some rule names. Element 0 is the event itself.</summary>
internal struct ArrayElement
{
    /// <summary>The element that its array stands in.</summary>
    public int Parent;

    /// <summary>Its array, by a number that no other array of the event has.</summary>
    public int Array;

    /// <summary>Elements up to here stand in it.</summary>
    public int End;

    /// <summary>The first value that stands in it.</summary>
    public int FirstValue;

    /// <summary>The value behind the last that stands in it.</summary>
    public int EndValue;
}
