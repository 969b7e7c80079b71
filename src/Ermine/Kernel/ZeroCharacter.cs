using System.Diagnostics.CodeAnalysis;

namespace Ermine.Kernel;

/// <summary>The one character that PostgreSQL stores in no text. Where one gets as far as a statement, that fails of it, and with it whatever shares its transaction.</summary>
internal static class ZeroCharacter
{
    /// <summary>What is said of a text from outside that has one.</summary>
    public const string Complaint = "A text has a zero character in it, which cannot be stored.";

    /// <summary>The text itself, if it has none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What it is called where it is given.</param>
    /// <param name="parameter">The parameter that it came by, where it is one.</param>
    /// <exception cref="ArgumentException">It has one.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Refused(string? text, string name, string? parameter = null) =>
        text is null || !text.Contains('\0') ? text : throw new ArgumentException($"{name} has a zero character in it, which cannot be stored.", parameter);

    /// <summary>A text for people, with the sign for each; what failed is to be told, whatever it is.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Shown(string? text) => text?.Replace('\0', '␀');

    /// <summary>Whether one is in a text or a name of a JSON document. There it can only be written as an escape.</summary>
    public static bool IsInJson(ReadOnlySpan<byte> json)
    {
        for (var at = json.IndexOf("\\u0000"u8); at >= 0;)
        {
            if ((at - 1 - json[..at].LastIndexOfAnyExcept((byte)'\\')) % 2 == 0) return true; // else the backslash is itself escaped
            json = json[(at + 1)..];
            at = json.IndexOf("\\u0000"u8);
        }

        return false;
    }
}
