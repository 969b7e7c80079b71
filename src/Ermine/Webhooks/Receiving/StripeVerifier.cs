using System.Text;
using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>Stripe, after its page "Verify webhook signatures manually": a list of <c>t=</c> and signatures, of which those of <c>v1</c> count.</summary>
internal sealed class StripeVerifier(IReadOnlyList<byte[]> secrets) : WebhookVerifier
{
    private readonly Mac _mac = new(WebhookHash.Sha256, secrets);

    public override string SignatureHeader => "Stripe-Signature";

    public override WebhookRefusal? Refuse(WebhookRequest request)
    {
        if (request.Header(SignatureHeader) is not { } header) return WebhookRefusal.Forged("its signature is missing, or there twice");
        if (header.Length > LongestSignature) return WebhookRefusal.Forged("its signature is too long to be one");

        var signatures = new List<byte[]>();
        string? sent = null;
        foreach (var item in header.Split(','))
        {
            if (item.Split('=', 2) is not [var name, var value]) return WebhookRefusal.Forged("its signature is no list of names and values");
            if (name == "t" && sent is not null) return WebhookRefusal.Forged("its signature has two timestamps");
            if (name == "t") sent = value;
            if (name == "v1" && Hex(value) is { } signature) signatures.Add(signature);
        }

        if (signatures.Count is 0 or > MostSignatures) return WebhookRefusal.Forged($"it has no signature of version v1, or more than {MostSignatures}");
        if (SentAt.Refuse(sent, WebhookTimestamp.Seconds, request.Now) is { } untimely) return untimely;
        return _mac.Fits([Encoding.UTF8.GetBytes(sent + "."), request.Body], signatures) ? null : WebhookRefusal.Forged("none of its signatures is of a secret that is set, or they are of something else");
    }

    public override WebhookFacts Read(WebhookRequest request, JsonElement body) => new(body.TextAt("id"), body.TextAt("type"), Sent(request));

    // It was read before, as the request was not refused.
    private DateTimeOffset? Sent(WebhookRequest request) => SentAt.TryParse(request.Header(SignatureHeader)!.Split(',').First(item => item.StartsWith("t=", StringComparison.Ordinal))[2..], WebhookTimestamp.Seconds, out var sent) ? sent : null;

    private static byte[]? Hex(string text)
    {
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out var length) == System.Buffers.OperationStatus.Done && length > 0 ? bytes : null;
    }
}
