using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ermine.Kernel;

/// <summary>What the serializer found wrong, in words for who has sent it: its own text names CLR types; what a caller can use is where it stands, and which members it lacks.</summary>
internal static partial class JsonMistakes
{
    /// <summary>The fields that are wrong.</summary>
    /// <param name="e">What the serializer threw.</param>
    /// <param name="root">The name of what was read; empty for a whole body.</param>
    /// <param name="body">What it is called in a sentence, such as <c>The body</c>.</param>
    /// <param name="expected">What the root itself has to be, such as <c>must be a text</c>.</param>
    public static IEnumerable<(string Field, string Message)> Of(JsonException e, string root, string body, string expected)
    {
        foreach (var (path, member, message) in Read(e, body, expected)) yield return (Join(Join(root, path), member), message);
    }

    /// <summary>The fields of a whole body that are wrong, as JSON pointers (RFC 6901): <c>/items/0/name</c>, and nothing for the body itself.</summary>
    public static IEnumerable<(string Pointer, string Message)> InBody(JsonException e, string expected)
    {
        foreach (var (path, member, message) in Read(e, "The body", expected)) yield return (JsonPointer.Of(path) + (member.Length == 0 ? "" : JsonPointer.Member(member)), message);
    }

    private static IEnumerable<(string Path, string Member, string Message)> Read(JsonException e, string body, string expected)
    {
        var path = e.Path is null or "$" ? "" : e.Path[(e.Path.StartsWith("$.", StringComparison.Ordinal) ? 2 : 1)..];
        if (e.Message.Contains("missing required", StringComparison.Ordinal))
            return QuotedNames().Matches(e.Message[e.Message.LastIndexOf(':')..]).Select(m => (path, m.Groups[1].Value, $"{body} must have this member."));
        if (e.Message.StartsWith("Duplicate property", StringComparison.Ordinal)) return [(path, "", $"{body} has a member twice: see {Place(e)}.")];
        if (e.InnerException is JsonException || e.Path is null) return [(path, "", $"{body} is no JSON: see {Place(e)}.")];
        return [(path, "", path.Length == 0 ? $"{body} {expected}." : $"This is not the kind of value that is expected here: see {Place(e)}.")];
    }

    private static string Place(JsonException e) => $"line {e.LineNumber + 1}, byte {e.BytePositionInLine}";

    private static string Join(string root, string path) => root.Length == 0 ? path : path.Length == 0 ? root : path[0] == '[' ? root + path : $"{root}.{path}";

    [GeneratedRegex("'([^']+)'", RegexOptions.NonBacktracking)]
    private static partial Regex QuotedNames();
}
