using System.Text;

namespace Ermine.Generator.Emitting;

/// <summary>Lines of generated code, indented by four, ended by a line feed on every machine.</summary>
internal sealed class Code
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
        if (text.Length > 0) _text.Append(' ', _depth * 4).Append(text);
        _text.Append('\n');
    }

    public void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines) Line(line);
    }

    public void Open(string? head = null)
    {
        if (head is not null) Line(head);
        Line("{");
        _depth++;
    }

    public void Close(string tail = "}")
    {
        _depth--;
        Line(tail);
    }

    public override string ToString() => _text.ToString();
}
