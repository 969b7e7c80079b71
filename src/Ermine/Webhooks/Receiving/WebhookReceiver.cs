using Ermine.Kernel;

namespace Ermine.Webhooks.Receiving;

/// <summary>What is to know of one webhook of this node.</summary>
/// <param name="Function">The function that it runs.</param>
/// <param name="Verifier">How its sender signs.</param>
/// <param name="Url">The address that the sender posts to, where requests do not show it.</param>
internal sealed record WebhookReceiver(FunctionDescriptor<WebhookAttribute> Function, WebhookVerifier Verifier, string? Url)
{
    /// <summary>The queue of its deliveries.</summary>
    public string Queue { get; } = WebhookFunctions.QueueOf(Function.Id);

    /// <summary>Whether the function takes all of a delivery, and not its body alone.</summary>
    public bool TakesAll { get; } = Function.Contract is DeliveryContractAttribute;

    /// <exception cref="ErmineStartupException">A secret is missing, or none of its scheme.</exception>
    public static WebhookReceiver Of(FunctionDescriptor<WebhookAttribute> function, WebhookSettings settings, IEd25519? ed25519)
    {
        var webhook = function.Trigger;
        byte[][] secrets = [.. settings.Secrets.Select(s => s.Bytes)];
        WebhookVerifier verifier = webhook.Scheme switch
        {
            WebhookScheme.StandardWebhooks => new StandardVerifier(StandardKeys.Of(settings.Secrets, ed25519)),
            WebhookScheme.Stripe => new StripeVerifier(secrets),
            WebhookScheme.GitHub => new GitHubVerifier(secrets),
            WebhookScheme.Slack => new SlackVerifier(secrets),
            WebhookScheme.Shopify => new ShopifyVerifier(secrets),
            _ => new HmacVerifier(FormatOf(webhook), secrets, webhook.IdPath),
        };
        return new WebhookReceiver(function, verifier, settings.Url);
    }

    private static HmacFormat FormatOf(WebhookAttribute webhook) => HmacFormat.Of(webhook.SignatureHeader!, webhook.SignedContent) with
    {
        Hash = webhook.Hash,
        Encoding = webhook.Encoding,
        Prefix = webhook.Prefix ?? "",
        TimestampHeader = webhook.TimestampHeader,
        Timestamp = webhook.Timestamp,
        IdHeader = webhook.IdHeader,
    };
}
