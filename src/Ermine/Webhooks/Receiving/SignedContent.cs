namespace Ermine.Webhooks.Receiving;

/// <summary>A template of what a sender signs, such as <c>v0:{timestamp}:{body}</c>. Linked into the analyzers, so that the rule and the runtime cannot disagree.</summary>
internal sealed class SignedContent
{
    private static readonly Dictionary<string, SignedPart> Names = new(StringComparer.Ordinal)
    {
        ["body"] = SignedPart.Body,
        ["timestamp"] = SignedPart.Timestamp,
        ["id"] = SignedPart.Id,
        ["method"] = SignedPart.Method,
        ["url"] = SignedPart.Url,
    };

    private SignedContent(IReadOnlyList<(SignedPart Part, string Text)> parts) => Parts = parts;

    /// <summary>The parts in their order; the text is empty but for <see cref="SignedPart.Text"/>.</summary>
    public IReadOnlyList<(SignedPart Part, string Text)> Parts { get; }

    public bool Has(SignedPart part) => Parts.Any(p => p.Part == part);

    /// <summary>Reads a template; answers what is wrong with it in one sentence where it is none.</summary>
    public static (SignedContent? Content, string? Fault) Parse(string template)
    {
        var parts = new List<(SignedPart, string)>();
        for (var at = 0; at < template.Length;)
        {
            var open = template.IndexOf('{', at);
            if (open < 0) open = template.Length;
            if (open > at) parts.Add((SignedPart.Text, template.Substring(at, open - at)));
            if (open == template.Length) break;

            var close = template.IndexOf('}', open);
            if (close < 0) return (null, "it has a brace that is not closed");
            var name = template.Substring(open + 1, close - open - 1);
            if (!Names.TryGetValue(name, out var part)) return (null, $"'{{{name}}}' is no part of a request; there are {string.Join(", ", Names.Keys.Select(n => $"{{{n}}}"))}");
            parts.Add((part, ""));
            at = close + 1;
        }

        var content = new SignedContent(parts);
        return content.Has(SignedPart.Body) ? (content, null) : (null, "it lacks '{body}', so that anybody could put another body under a signature");
    }
}
