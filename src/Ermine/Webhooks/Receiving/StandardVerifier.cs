using System.Text;
using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>Standard Webhooks 1.0: a list of signatures, <c>v1</c> by a secret and <c>v1a</c> by a key pair, over id, time and body.</summary>
internal sealed class StandardVerifier(StandardKeys keys) : WebhookVerifier
{
    private const string Id = "webhook-id";
    private const string Timestamp = "webhook-timestamp";

    private readonly Mac _mac = new(WebhookHash.Sha256, keys.Secrets);

    public override string SignatureHeader => "webhook-signature";

    public override WebhookRefusal? Refuse(WebhookRequest request)
    {
        if (request.Header(SignatureHeader) is not { } header) return WebhookRefusal.Forged("its signature is missing, or there twice");
        if (header.Length > LongestSignature) return WebhookRefusal.Forged("its signature is too long to be one");
        if (request.Header(Id) is not { } id) return WebhookRefusal.Bad("The id is missing.");
        if (SentAt.Refuse(request.Header(Timestamp), WebhookTimestamp.Seconds, request.Now) is { } untimely) return untimely;

        var all = header.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (all.Length > MostSignatures) return WebhookRefusal.Forged($"it has more than {MostSignatures} signatures");
        var (symmetric, asymmetric) = (Of("v1,", all), Of("v1a,", all));
        if (symmetric.Count + asymmetric.Count == 0) return WebhookRefusal.Forged("it has no signature of version v1 or v1a");

        var head = Encoding.UTF8.GetBytes($"{id}.{request.Header(Timestamp)}.");
        return _mac.Fits([head, request.Body], symmetric) || keys.Fit(head, request.Body.Span, asymmetric) ? null
            : WebhookRefusal.Forged("none of its signatures is of a secret or key that is set, or they are of something else");
    }

    public override WebhookFacts Read(WebhookRequest request, JsonElement body) =>
        new(request.Header(Id), body.TextAt("type"), SentAt.TryParse(request.Header(Timestamp), WebhookTimestamp.Seconds, out var sent) ? sent : null);

    private static List<byte[]> Of(string version, string[] signatures) =>
        [.. signatures.Where(s => s.StartsWith(version, StringComparison.Ordinal)).Select(s => StandardKeys.Base64(s[version.Length..])).OfType<byte[]>()];
}
