using System.Net.Http.Headers;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using Ermine.Webhooks.Sending;

namespace Ermine.CloudEvents;

/// <summary>Writes events as CloudEvents, by the HTTP binding of version 1.0. Percent-encoding and JSON are the SDK's.</summary>
internal sealed class CloudEventWriter(WebhookFormat format, ContentMode mode) : IWebhookWriter
{
    private static readonly JsonEventFormatter Formatter = new();

    public WebhookFormat Format => format;

    public HttpContent Write(ReadOnlyMemory<byte> published)
    {
        var made = Read(published.Span).ToCloudEvent();
        if (mode == ContentMode.Binary) return made.ToHttpContent(mode, Formatter);

        var body = Formatter.EncodeStructuredModeMessage(made, out var type); // the SDK's content would have the attributes as headers too, which no signature covers
        return new ReadOnlyMemoryContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type.ToString()) } };
    }

    // Generated code reads no type whose extension data are init-only, as the envelope's are.
    private static EventEnvelope<JsonElement> Read(ReadOnlySpan<byte> published)
    {
        var members = JsonSerializer.Deserialize(published, DetailJson.Default.DictionaryStringJsonElement)!;
        return new EventEnvelope<JsonElement>(Take("id").GetString()!, Take("source").GetString()!, Take("detail-type").GetString()!, Take("time").GetDateTimeOffset(), Take("detail")) { Attributes = members };

        JsonElement Take(string name) => members.Remove(name, out var value) ? value : throw new FormatException($"The event has no '{name}'.");
    }
}
