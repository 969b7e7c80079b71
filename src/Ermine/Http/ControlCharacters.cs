namespace Ermine.Http;

/// <summary>Characters that end a line or a text where one is not ended: with them a value would write headers of its own.</summary>
internal static class ControlCharacters
{
    /// <summary>Whether any is in a text. A tab is none of them.</summary>
    public static bool AreIn(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\b') || text.ContainsAnyInRange('\n', '\u001f') || text.Contains('\u007f');
}
