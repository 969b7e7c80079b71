using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ermine.OpenApi.Documentation;

/// <summary>Turns what stands within a tag of a doc comment into plain text with Markdown's marks.</summary>
/// <remarks>Linked into the generator, so that both read doc comments alike.</remarks>
internal static class DocText
{
    private const char Paragraph = '\f';

    /// <summary>The text, each paragraph in one line; empty where there is no tag.</summary>
    public static string Of(XElement? tag)
    {
        if (tag is null) return "";

        var text = new StringBuilder();
        Append(text, tag);
        return string.Join("\n\n", text.ToString().Split(Paragraph).Select(p => Regex.Replace(p, @"\s+", " ").Trim()).Where(p => p.Length > 0));
    }

    private static void Append(StringBuilder text, XElement tag)
    {
        foreach (var node in tag.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            else if (node is XElement inner) AppendTag(text, inner);
        }
    }

    private static void AppendTag(StringBuilder text, XElement tag)
    {
        switch (tag.Name.LocalName)
        {
            case "c" or "code":
                text.Append('`').Append(tag.Value.Trim()).Append('`');
                break;
            case "paramref" or "typeparamref":
                text.Append('`').Append((string?)tag.Attribute("name")).Append('`');
                break;
            case "see" or "seealso" when !tag.Nodes().Any():
                text.Append((string?)tag.Attribute("langword") ?? (string?)tag.Attribute("href") ?? LastName((string?)tag.Attribute("cref") ?? ""));
                break;
            case "para" or "item" or "br":
                text.Append(Paragraph);
                Append(text, tag);
                text.Append(Paragraph);
                break;
            default:
                Append(text, tag);
                break;
        }
    }

    // Of M:Polls.Voting.Open(Polls.NewPoll) that is Open; in a comment as it is written there may be neither prefix nor namespace.
    private static string LastName(string cref)
    {
        var end = cref.IndexOfAny(['(', '{', '`']);
        var name = end < 0 ? cref : cref.Substring(0, end);
        return name.Substring(name.LastIndexOfAny(['.', ':']) + 1);
    }
}
