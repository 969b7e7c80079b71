using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>Slack's Events API, after its pages "Verifying requests from Slack" and "url_verification".</summary>
internal sealed class SlackVerifier(IReadOnlyList<byte[]> secrets) : HmacVerifier(Format, secrets)
{
    private static readonly HmacFormat Format = HmacFormat.Of("X-Slack-Signature", "v0:{timestamp}:{body}") with { Prefix = "v0=", TimestampHeader = "X-Slack-Request-Timestamp" };

    // What Slack says of itself, such as that it sends too much, is no event and has no id.
    public override WebhookFacts Read(WebhookRequest request, JsonElement body) =>
        new(body.TextAt("event_id") ?? Digest(request), body.TextAt("event.type") ?? body.TextAt("type"), Sent(request));

    public override string? Answer(WebhookRequest request, JsonElement body) => body.TextAt("type") == "url_verification" ? body.TextAt("challenge") : null;
}
