using System.Buffers;
using System.Text.Json;

namespace Ermine.Events;

/// <summary>Writes the JSON of an event around its detail.</summary>
internal static class EventText
{
    /// <summary>The most characters of an attribute's name.</summary>
    public const int LongestName = 64;

    private const int AroundDetail = 256;

    /// <summary>What every event has, and what a replay adds.</summary>
    public static readonly string[] OwnNames = ["id", "source", "detail-type", "time", "detail", "replay-name"];

    /// <summary>Whether an event may have an attribute of a name beside what every event has.</summary>
    public static bool IsAttribute(string name) =>
        name.Length is > 0 and <= LongestName && !OwnNames.Contains(name) && name.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public static ReadOnlyMemory<byte> Of(JsonEvent published, string id, DateTimeOffset time)
    {
        var buffer = new ArrayBufferWriter<byte>(published.Detail.Length + AroundDetail);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("source"u8, published.Source);
            json.WriteString("detail-type"u8, published.DetailType);
            json.WriteString("time"u8, time);
            foreach (var (name, value) in published.Attributes ?? EmptyAttributes) json.WriteString(name, value);
            json.WritePropertyName("detail"u8);
            json.WriteRawValue(published.Detail.Span, skipInputValidation: true); // the whole of it is validated next
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static IReadOnlyDictionary<string, string> EmptyAttributes { get; } = new Dictionary<string, string>();
}
