namespace Ermine.Shared.Patterns;

/// <summary>
/// Reads an input template: JSON in which <c>&lt;detail.email&gt;</c> stands for a part of the event, as a value or within a string. Whatever the event has, the
/// result is JSON. In a string, <c>\u003c</c> is the character that else begins a path.
/// </summary>
internal sealed class TemplateParser(string text)
{
    private readonly List<TemplatePart> _parts = [];
    private readonly char[] _standIn = text.ToCharArray();

    /// <summary>The parts of a template, or why the text is none.</summary>
    public static (IReadOnlyList<TemplatePart>? Parts, PatternError? Error) Parse(string text)
    {
        try
        {
            return (new TemplateParser(text).Read(), null);
        }
        catch (PatternFault fault)
        {
            return (null, fault.Error);
        }
    }

    // What stands in for paths is as long as they are, so that a fault of the JSON is where it seems to be: a string for a value, letters within a string.
    private List<TemplatePart> Read()
    {
        var (from, isInString) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            if (isInString && text[at] == '\\')
            {
                at++; // what is escaped neither ends the string nor begins a path
                continue;
            }

            if (text[at] == '"') isInString = !isInString;
            if (text[at] != '<') continue;

            var end = EndOf(at);
            if (at > from) _parts.Add(new TemplatePart(text.Substring(from, at - from), false, false, from));
            _parts.Add(new TemplatePart(text.Substring(at + 1, end - at - 1), true, isInString, at + 1));
            for (var i = at; i <= end; i++) _standIn[i] = 'x';
            if (!isInString) _standIn[at] = _standIn[end] = '"';
            from = end + 1;
            at = end;
        }

        if (from < text.Length) _parts.Add(new TemplatePart(text.Substring(from), false, false, from));
        CheckNames(new JsonParser(new string(_standIn), "template", "JSON value").Read());
        return _parts;
    }

    private int EndOf(int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '>') return IsPath(start + 1, at) ? at : throw new PatternFault(start, at + 1 - start, $"'{text.Substring(start, at + 1 - start)}' is no path: names of the event joined with dots, as in <detail.email>.");
            if (text[at] is '<' or '"' or '\\' or <= ' ') break;
        }

        throw new PatternFault(start, 1, "'<' begins a path such as <detail.email>, and this one has no end; within a string the character is written as \\u003c.");
    }

    private bool IsPath(int from, int end) => end > from && text[from] != '.' && text[end - 1] != '.' && text.IndexOf("..", from, end - from, StringComparison.Ordinal) < 0;

    private void CheckNames(JsonNode node)
    {
        foreach (var member in node.Members)
        {
            if (_parts.Find(p => p.IsPath && p.Offset > member.Offset && p.Offset < member.Offset + member.Length) is { } part)
                throw new PatternFault(part.Offset - 1, part.Text.Length + 2, $"<{part.Text}> stands where a name does, and the names of a result are fixed; let it stand for a value.");
            CheckNames(member.Value);
        }

        foreach (var item in node.Items) CheckNames(item);
    }
}
