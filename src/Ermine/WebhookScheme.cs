namespace Ermine;

/// <summary>How the sender of a webhook signs what it sends.</summary>
public enum WebhookScheme
{
    /// <summary>Standard Webhooks 1.0: <c>v1</c> with a secret that begins with <c>whsec_</c>, <c>v1a</c> with a public key that begins with <c>whpk_</c>.</summary>
    StandardWebhooks,

    /// <summary>Stripe: <c>Stripe-Signature</c>.</summary>
    Stripe,

    /// <summary>GitHub: <c>X-Hub-Signature-256</c>.</summary>
    GitHub,

    /// <summary>Slack: <c>X-Slack-Signature</c>.</summary>
    Slack,

    /// <summary>Shopify: <c>X-Shopify-Hmac-Sha256</c>.</summary>
    Shopify,

    /// <summary>Any other by which an HMAC is sent in a header: the attribute's settings say how it is made.</summary>
    Generic,
}
