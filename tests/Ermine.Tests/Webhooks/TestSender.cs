using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ermine.Webhooks.Receiving;
using Microsoft.AspNetCore.Http;
using Curve = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Ermine.Tests.Webhooks;

/// <summary>Somebody who signs as one scheme says, by code that knows nothing of that which checks it.</summary>
/// <param name="Verifier">Makes what checks it, by secrets that are named as in <paramref name="Sign"/>.</param>
/// <param name="Sign">Signs a body, sent at a time that is written as given, by a secret: headers.</param>
/// <param name="Time">How a time is written; null where the scheme has none.</param>
internal sealed record TestSender(Func<string[], WebhookVerifier> Verifier, Func<string, string, string, HeaderDictionary> Sign, Func<DateTimeOffset, string>? Time)
{
    public const string Url = "https://hooks.example.org/webhooks/crm?a=%20b";
    public const string Secret = "the secret";

    /// <summary>When all of it happens.</summary>
    public static DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeSeconds(1_614_265_330);

    public static IReadOnlyDictionary<string, TestSender> All { get; } = new Dictionary<string, TestSender>
    {
        ["Standard v1"] = new(secrets => Standard([.. secrets.Select(SecretOf)]), (body, sent, secret) => Headers(
            ("webhook-id", "msg_1"), ("webhook-timestamp", sent), ("webhook-signature", $"v1,{Base64(HMACSHA256.HashData(Key(secret), Bytes($"msg_1.{sent}.{body}")))}")), Seconds),
        ["Standard v1a"] = new(secrets => Standard([.. secrets.Select(PublicKeyOf)]), (body, sent, secret) => Headers(
            ("webhook-id", "msg_1"), ("webhook-timestamp", sent), ("webhook-signature", $"v1a,{Base64(Ed25519(Key(secret), $"msg_1.{sent}.{body}"))}")), Seconds),
        ["Stripe"] = new(secrets => new StripeVerifier(Plain(secrets)), (body, sent, secret) => Headers(("Stripe-Signature", $"t={sent},v1={Hex(Mac(secret, $"{sent}.{body}"))},v0={Hex(Mac("v0", body))}")), Seconds),
        ["GitHub"] = new(secrets => new GitHubVerifier(Plain(secrets)), (body, _, secret) => Headers(
            ("X-Hub-Signature-256", $"sha256={Hex(Mac(secret, body))}"), ("X-GitHub-Delivery", "72d3162e"), ("X-GitHub-Event", "issues")), null),
        ["Slack"] = new(secrets => new SlackVerifier(Plain(secrets)), (body, sent, secret) => Headers(
            ("X-Slack-Signature", $"v0={Hex(Mac(secret, $"v0:{sent}:{body}"))}"), ("X-Slack-Request-Timestamp", sent)), Seconds),
        ["Shopify"] = new(secrets => new ShopifyVerifier(Plain(secrets)), (body, _, secret) => Headers(
            ("X-Shopify-Hmac-Sha256", Base64(Mac(secret, body))), ("X-Shopify-Webhook-Id", "b54557e4"), ("X-Shopify-Topic", "orders/create")), null),
        ["Zendesk"] = new(secrets => new HmacVerifier(HmacFormat.Of("X-Zendesk-Webhook-Signature", "{timestamp}{body}") with
        {
            Encoding = WebhookEncoding.Base64,
            TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp",
            Timestamp = WebhookTimestamp.Iso8601,
            IdHeader = "X-Zendesk-Webhook-Invocation-Id",
        }, Plain(secrets)), (body, sent, secret) => Headers(
            ("X-Zendesk-Webhook-Signature", Base64(Mac(secret, sent + body))), ("X-Zendesk-Webhook-Signature-Timestamp", sent), ("X-Zendesk-Webhook-Invocation-Id", "01GDQ")),
            at => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        ["HubSpot"] = new(secrets => new HmacVerifier(HmacFormat.Of("X-HubSpot-Signature-v3", "{method}{url}{body}{timestamp}") with
        {
            Encoding = WebhookEncoding.Base64,
            TimestampHeader = "X-HubSpot-Request-Timestamp",
            Timestamp = WebhookTimestamp.Milliseconds,
        }, Plain(secrets)), (body, sent, secret) => Headers(("X-HubSpot-Signature-v3", Base64(Mac(secret, $"POST{Url}{body}{sent}"))), ("X-HubSpot-Request-Timestamp", sent)),
            at => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
        ["SHA-512"] = new(secrets => new HmacVerifier(HmacFormat.Of("X-Signature", "{id}|{body}") with { Hash = WebhookHash.Sha512, IdHeader = "X-Id" }, Plain(secrets)), (body, _, secret) => Headers(
            ("X-Signature", Hex(HMACSHA512.HashData(Bytes(secret), Bytes($"7|{body}")))), ("X-Id", "7")), null),
        ["SHA-1"] = new(secrets => new HmacVerifier(HmacFormat.Of("X-Hub-Signature", "{body}") with { Hash = WebhookHash.Sha1, Prefix = "sha1=" }, Plain(secrets)), (body, _, secret) => Headers(
#pragma warning disable CA5350 // there are senders who have nothing better
            ("X-Hub-Signature", $"sha1={Hex(HMACSHA1.HashData(Bytes(secret), Bytes(body)))}")), null),
#pragma warning restore CA5350
    };

    /// <summary>A request that it has sent.</summary>
    public WebhookRequest Send(string body, string? sent = null, string secret = Secret) => Request(Sign(body, sent ?? Time?.Invoke(Now) ?? "", secret), body);

    /// <summary>What takes its deliveries.</summary>
    public WebhookRefusal? Refuse(WebhookRequest request, params string[] secrets) => Verifier(secrets.Length > 0 ? secrets : [Secret]).Refuse(request);

    public static WebhookRequest Request(HeaderDictionary headers, string body) => new(headers, Bytes(body), Now, Url);

    public static HeaderDictionary Headers(params (string Name, string Value)[] headers) => new(headers.ToDictionary(h => h.Name, h => new Microsoft.Extensions.Primitives.StringValues(h.Value)));

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A secret of Standard Webhooks that stands for a word.</summary>
    public static string SecretOf(string word) => $"whsec_{Base64(Key(word))}";

    /// <summary>A public key of Standard Webhooks that stands for a word.</summary>
    public static string PublicKeyOf(string word)
    {
        var key = new byte[Curve.PublicKeySize];
        Curve.GeneratePublicKey(Key(word), 0, key, 0);
        return $"whpk_{Base64(key)}";
    }

    private static StandardVerifier Standard(string[] keys) => new(StandardKeys.Of([.. keys.Select(k => new WebhookSecret("a", k))], new Ermine.Webhooks.Ed25519.BouncyEd25519()));

    private static byte[] Ed25519(byte[] key, string content)
    {
        var signature = new byte[Curve.SignatureSize];
        Curve.Sign(key, 0, Bytes(content), 0, Bytes(content).Length, signature, 0);
        return signature;
    }

    private static byte[][] Plain(string[] secrets) => [.. secrets.Select(Bytes)];

    private static byte[] Key(string word) => SHA256.HashData(Bytes(word));

    private static byte[] Mac(string secret, string content) => HMACSHA256.HashData(Bytes(secret), Bytes(content));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes);

    private static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
