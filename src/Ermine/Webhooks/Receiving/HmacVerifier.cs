using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>Schemes by which one header holds one HMAC.</summary>
/// <param name="format">How it is made and sent.</param>
/// <param name="secrets">The secrets.</param>
/// <param name="idPath">Where the body holds the id; null where it is not there.</param>
internal class HmacVerifier(HmacFormat format, IReadOnlyList<byte[]> secrets, string? idPath = null) : WebhookVerifier
{
    private readonly Mac _mac = new(format.Hash, secrets);

    public override string SignatureHeader => format.SignatureHeader;

    public override WebhookRefusal? Refuse(WebhookRequest request)
    {
        if (request.Header(format.SignatureHeader) is not { } header) return WebhookRefusal.Forged("its signature is missing, or there twice");
        if (header.Length > LongestSignature) return WebhookRefusal.Forged("its signature is too long to be one");
        if (!header.StartsWith(format.Prefix, StringComparison.Ordinal)) return WebhookRefusal.Forged($"its signature does not begin with '{format.Prefix}'");
        if (Decoded(header[format.Prefix.Length..]) is not { } signature) return WebhookRefusal.Forged($"its signature is no {(format.Encoding == WebhookEncoding.Hex ? "hexadecimal" : "base64")}");
        if (format.TimestampHeader is { } sent && SentAt.Refuse(request.Header(sent), format.Timestamp, request.Now) is { } untimely) return untimely;
        if (format.Content.Has(SignedPart.Id) && request.Header(format.IdHeader!) is null) return WebhookRefusal.Bad("The id is missing.");
        return _mac.Fits(ContentOf(request), [signature]) ? null : WebhookRefusal.Forged("its signature is of another secret, or of something else");
    }

    public override WebhookFacts Read(WebhookRequest request, JsonElement body) => new(Id(request, body), null, Sent(request));

    /// <summary>When it was sent, where the scheme says it.</summary>
    protected DateTimeOffset? Sent(WebhookRequest request) => format.TimestampHeader is { } header && SentAt.TryParse(request.Header(header), format.Timestamp, out var sent) ? sent : null;

    /// <summary>What was signed, as an id where there is no other: the same for a copy of it.</summary>
    protected string Digest(WebhookRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in ContentOf(request)) hash.AppendData(part.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private string? Id(WebhookRequest request, JsonElement body)
    {
        if (format.IdHeader is { } header) return request.Header(header);
        return idPath is not null ? body.TextAt(idPath) : Digest(request);
    }

    private List<ReadOnlyMemory<byte>> ContentOf(WebhookRequest request) => [.. format.Content.Parts.Select(part => part.Part switch
    {
        SignedPart.Body => request.Body,
        SignedPart.Timestamp => Bytes(request.Header(format.TimestampHeader!)!),
        SignedPart.Id => Bytes(request.Header(format.IdHeader!)!),
        SignedPart.Method => Bytes(request.Method),
        SignedPart.Url => Bytes(request.Url),
        _ => Bytes(part.Text),
    })];

    private byte[]? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        var isDecoded = format.Encoding == WebhookEncoding.Hex
            ? Convert.FromHexString(text, bytes, out _, out var length) == System.Buffers.OperationStatus.Done
            : Convert.TryFromBase64String(text, bytes, out length);
        return isDecoded && length > 0 ? bytes[..length] : null;
    }

    private static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
