using System.Xml;
using System.Xml.Linq;
using Ermine.OpenApi.Documentation;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>The doc comment of a declaration, read as it is written.</summary>
/// <remarks>Not from the symbol, which knows of none where the project makes no documentation file.</remarks>
internal sealed class DocComment
{
    private readonly XElement? _comment;

    private DocComment(XElement? comment) => _comment = comment;

    public static DocComment Of(ISymbol symbol, CancellationToken ct) => new(symbol.DeclaringSyntaxReferences.Select(r => Parse(Written(r.GetSyntax(ct)))).FirstOrDefault(c => c is not null));

    /// <summary>The lines of it that stand above a declaration, without their slashes.</summary>
    public static string Written(SyntaxNode declaration)
    {
        if (!declaration.HasLeadingTrivia) return "";

        var lines = declaration.GetLeadingTrivia().ToFullString().Split('\n').Select(line => line.Trim());
        return string.Join("\n", lines.Where(line => line.StartsWith("///", StringComparison.Ordinal) && !line.StartsWith("////", StringComparison.Ordinal)).Select(line => line.Substring(3)));
    }

    /// <summary>What stands in a tag; empty where there is none.</summary>
    public string Text(string tag) => DocText.Of(_comment?.Element(tag));

    /// <summary>What stands in the tag of that kind of which an attribute has that value.</summary>
    public string Text(string tag, string attribute, string value) => DocText.Of(Tag(tag, attribute, value));

    /// <summary>The value of another attribute of that tag.</summary>
    public string Value(string tag, string attribute, string value, string wanted) => (string?)Tag(tag, attribute, value)?.Attribute(wanted) ?? "";

    /// <summary>The values that an attribute has in the tags of a kind, in order.</summary>
    public IEnumerable<string> Values(string tag, string attribute) => _comment?.Elements(tag).Select(e => (string?)e.Attribute(attribute)).OfType<string>() ?? [];

    private XElement? Tag(string tag, string attribute, string value) => _comment?.Elements(tag).FirstOrDefault(e => (string?)e.Attribute(attribute) == value);

    private static XElement? Parse(string comment)
    {
        if (comment.Length == 0) return null;
        try
        {
            return XElement.Parse($"<doc>{comment}</doc>", LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null; // half typed; the compiler has a warning of its own for it
        }
    }
}
