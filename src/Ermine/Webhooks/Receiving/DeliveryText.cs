using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ermine.Webhooks.Receiving;

/// <summary>Writes the JSON of a <see cref="WebhookDelivery{T}"/> around the body as it came.</summary>
internal static class DeliveryText
{
    private const int AroundBody = 4_096;

    // Whoever reads the queue is not to have what admits to other places.
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Proxy-Authorization", "Cookie" };

    public static ReadOnlyMemory<byte> Of(string id, string? type, DateTimeOffset time, IHeaderDictionary headers, string signatureHeader, ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>(body.Length + AroundBody);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, id);
            json.WriteString("type"u8, type);
            json.WriteStartObject("headers"u8);
            foreach (var (name, value) in headers)
            {
                if (!Secret.Contains(name) && !name.Equals(signatureHeader, StringComparison.OrdinalIgnoreCase)) json.WriteString(name.ToLowerInvariant(), value.ToString());
            }

            json.WriteEndObject();
            json.WriteString("time"u8, time);
            json.WritePropertyName("body"u8);
            json.WriteRawValue(body, skipInputValidation: true); // it was parsed before
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
