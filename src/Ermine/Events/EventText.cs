using System.Buffers;
using System.Text.Json;

namespace Ermine.Events;

/// <summary>Writes the JSON of an event around its detail.</summary>
internal static class EventText
{
    private const int AroundDetail = 256;

    public static ReadOnlyMemory<byte> Of(string id, string source, string detailType, DateTimeOffset time, ReadOnlyMemory<byte> detail)
    {
        var buffer = new ArrayBufferWriter<byte>(detail.Length + AroundDetail);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("source"u8, source);
            json.WriteString("detail-type"u8, detailType);
            json.WriteString("time"u8, time);
            json.WritePropertyName("detail"u8);
            json.WriteRawValue(detail.Span, skipInputValidation: true); // the whole of it is validated next
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
