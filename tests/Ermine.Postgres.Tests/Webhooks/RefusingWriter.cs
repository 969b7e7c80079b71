using Ermine.Webhooks.Sending;

namespace Ermine.Postgres.Tests.Webhooks;

/// <summary>Finds that no event can be written.</summary>
internal sealed class RefusingWriter : IWebhookWriter
{
    public WebhookFormat Format => WebhookFormat.CloudEventsBinary;

    public HttpContent Write(ReadOnlyMemory<byte> published) => throw new FormatException("It has no shape.");
}
