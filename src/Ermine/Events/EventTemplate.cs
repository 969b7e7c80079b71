using System.Buffers;
using System.Text;
using System.Text.Json;
using Ermine.Shared.Patterns;

namespace Ermine.Events;

/// <summary>An input template that was read: it makes of an event the JSON that a function is handed.</summary>
internal sealed class EventTemplate
{
    private readonly (byte[] Text, EventPath? Path, bool IsInString)[] _parts;

    private EventTemplate(IEnumerable<TemplatePart> parts) => _parts = [.. parts.Select(p => (p.IsPath ? [] : Encoding.UTF8.GetBytes(p.Text), p.IsPath ? new EventPath(p.Text) : null, p.IsInString))];

    /// <summary>Why a text is no template; null where it is one.</summary>
    public static PatternError? FaultOf(string template) => TemplateParser.Parse(template).Error;

    /// <exception cref="FormatException">The text is no template.</exception>
    public static EventTemplate Parse(string template) =>
        TemplateParser.Parse(template) is { Parts: { } parts } ? new EventTemplate(parts) : throw new FormatException($"This is no template: {template}");

    /// <summary>The template with the event's values in it.</summary>
    public ReadOnlyMemory<byte> Fill(ReadOnlyMemory<byte> @event)
    {
        var filled = new ArrayBufferWriter<byte>(@event.Length);
        foreach (var (text, path, isInString) in _parts)
        {
            if (path is null) filled.Write(text);
            else if (isInString) filled.Write(Inside(path.Json(@event).Span));
            else filled.Write(path.Json(@event).Span);
        }

        return filled.WrittenMemory;
    }

    // What stands within the quotes of a string may stand within those of another. Objects and arrays become the text of their JSON.
    private static ReadOnlySpan<byte> Inside(ReadOnlySpan<byte> value) => value[0] switch
    {
        (byte)'"' => value[1..^1],
        (byte)'n' => [],
        (byte)'{' or (byte)'[' => JsonEncodedText.Encode(value).EncodedUtf8Bytes,
        _ => value,
    };
}
