using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>GitHub, after its page "Validating webhook deliveries". It signs the body and no header, so an id is as its sender says.</summary>
internal sealed class GitHubVerifier(IReadOnlyList<byte[]> secrets) : HmacVerifier(Format, secrets)
{
    private const string Event = "X-GitHub-Event";
    private static readonly HmacFormat Format = HmacFormat.Of("X-Hub-Signature-256", "{body}") with { Prefix = "sha256=", IdHeader = "X-GitHub-Delivery" };

    public override WebhookFacts Read(WebhookRequest request, JsonElement body) => base.Read(request, body) with { Type = request.Header(Event) };

    // It is sent when the webhook is made, and says nothing of what the function is for.
    public override string? Answer(WebhookRequest request, JsonElement body) => request.Header(Event) == "ping" ? "pong" : null;
}
