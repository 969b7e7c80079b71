using System.Text;
using System.Text.Json;

namespace Ermine.Events;

/// <summary>A part of an event, by its names joined with dots: <c>detail.customerId</c>. The empty path is the whole event.</summary>
internal sealed class EventPath(string text)
{
    private readonly byte[][] _names = text.Length == 0 ? [] : [.. text.Split('.').Select(Encoding.UTF8.GetBytes)];

    /// <summary>The part's JSON, as it stands in the event; <c>null</c> where the event has no such part.</summary>
    public ReadOnlyMemory<byte> Json(ReadOnlyMemory<byte> @event)
    {
        if (_names.Length == 0) return @event;

        var json = new Utf8JsonReader(@event.Span);
        json.Read();
        foreach (var name in _names)
        {
            if (!Find(ref json, name)) return "null"u8.ToArray();
        }

        var start = (int)json.TokenStartIndex;
        json.Skip();
        return @event[start..(int)json.BytesConsumed];
    }

    /// <summary>The part as a text: a string without its quotes and escapes, anything else as it stands; null where the event has no such part, or null there.</summary>
    public string? Text(ReadOnlyMemory<byte> @event)
    {
        var part = Json(@event).Span;
        var json = new Utf8JsonReader(part);
        json.Read();
        return json.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => json.GetString(),
            _ => Encoding.UTF8.GetString(part),
        };
    }

    // From the start of an object to the value of one of its members.
    private static bool Find(ref Utf8JsonReader json, ReadOnlySpan<byte> name)
    {
        if (json.TokenType != JsonTokenType.StartObject) return false;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = json.ValueTextEquals(name);
            json.Read();
            if (isIt) return true;
            json.Skip();
        }

        return false;
    }
}
