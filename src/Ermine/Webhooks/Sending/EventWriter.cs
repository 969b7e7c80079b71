using System.Net.Http.Headers;

namespace Ermine.Webhooks.Sending;

/// <summary>Writes an event as it is.</summary>
internal sealed class EventWriter : IWebhookWriter
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public WebhookFormat Format => WebhookFormat.Event;

    public HttpContent Write(ReadOnlyMemory<byte> published) => new ReadOnlyMemoryContent(published) { Headers = { ContentType = Json } };
}
