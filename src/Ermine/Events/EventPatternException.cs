namespace Ermine.Events;

/// <summary>Thrown where a text that is no event pattern is used as one.</summary>
/// <param name="error">Why it is none.</param>
public sealed class EventPatternException(EventPatternError error) : FormatException($"Character {error.Offset} of the pattern: {error.Message}")
{
    /// <summary>Why the text is no pattern, and where.</summary>
    public EventPatternError Error { get; } = error;
}
