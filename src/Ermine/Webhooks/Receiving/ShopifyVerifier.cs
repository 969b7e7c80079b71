using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>Shopify, after its page "Deliver webhooks through HTTPS". It signs the body and no header, so an id is as its sender says.</summary>
internal sealed class ShopifyVerifier(IReadOnlyList<byte[]> secrets) : HmacVerifier(Format, secrets)
{
    private static readonly HmacFormat Format = HmacFormat.Of("X-Shopify-Hmac-Sha256", "{body}") with { Encoding = WebhookEncoding.Base64, IdHeader = "X-Shopify-Webhook-Id" };

    public override WebhookFacts Read(WebhookRequest request, JsonElement body) => base.Read(request, body) with { Type = request.Header("X-Shopify-Topic") };
}
