namespace Ermine.Shared.Patterns;

/// <summary>Carries an error from where it was found to the entry of the parser, and never leaves it.</summary>
internal sealed class PatternFault(int offset, int length, string message) : Exception(message)
{
    /// <summary>What the caller of the parser is told.</summary>
    public PatternError Error { get; } = new(offset, length, message);
}
