using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ermine.Kernel;

/// <summary>What the serializer found wrong, in words for who has sent it: its own text names CLR types; what a caller can use is where it stands, and which members it lacks.</summary>
internal static partial class JsonMistakes
{
    /// <summary>The fields that are wrong, as JSON pointers.</summary>
    /// <param name="e">What the serializer threw.</param>
    /// <param name="root">The pointer to what was read; empty for a whole body.</param>
    /// <param name="body">What it is called in a sentence, such as <c>The body</c>.</param>
    /// <param name="expected">What the root itself has to be, such as <c>must be a text</c>.</param>
    public static IEnumerable<(string Field, string Message)> Of(JsonException e, string root, string body, string expected)
    {
        var path = JsonPointer.Of(e.Path);
        var field = root + path;
        if (e.Message.Contains("missing required", StringComparison.Ordinal))
            return QuotedNames().Matches(e.Message[e.Message.LastIndexOf(':')..]).Select(m => (field + JsonPointer.Segment(m.Groups[1].Value), $"{body} must have this member."));
        if (e.Message.Contains("updating its nullability annotation", StringComparison.Ordinal)) return [(field, "This must not be null.")];
        if (e.Message.StartsWith("Duplicate property", StringComparison.Ordinal)) return [(field, $"{body} has a member twice: see {Place(e)}.")];
        if (e.InnerException is JsonException || e.Path is null) return [(field, $"{body} is no JSON: see {Place(e)}.")];
        return [(field, path.Length == 0 ? $"{body} {expected}." : $"This is not the kind of value that is expected here: see {Place(e)}.")];
    }

    /// <summary>A value of several kinds that does not say of which it is; null where the serializer knows no way to read a type, which is no mistake of the caller's.</summary>
    /// <param name="e">What the serializer threw.</param>
    /// <param name="root">The pointer to what was read; empty for a whole body.</param>
    public static (string Field, string Message)? OfKind(NotSupportedException e, string root) => Kindless().Match(e.Message) is { Success: true } found
        ? (root + JsonPointer.Of(found.Groups[1].Value), "This must say first of which kind it is, by its type discriminator.")
        : null;

    private static string Place(JsonException e) => $"line {e.LineNumber + 1}, byte {e.BytePositionInLine}";

    [GeneratedRegex("'([^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex QuotedNames();

    [GeneratedRegex(@"must specify a type discriminator\..*?(?:Path: (.+?) \||$)", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Kindless();
}
