namespace Ermine.Webhooks.Receiving;

/// <summary>How one HMAC is made and sent.</summary>
/// <param name="SignatureHeader">The header that holds it.</param>
/// <param name="Content">What is signed.</param>
internal sealed record HmacFormat(string SignatureHeader, SignedContent Content)
{
    /// <summary>The hash within it.</summary>
    public WebhookHash Hash { get; init; }

    /// <summary>How it is written.</summary>
    public WebhookEncoding Encoding { get; init; }

    /// <summary>What stands before it.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The header that says when it was sent; null where none does.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>How it says that.</summary>
    public WebhookTimestamp Timestamp { get; init; }

    /// <summary>The header that holds the id; null where none does.</summary>
    public string? IdHeader { get; init; }

    /// <summary>A format whose template stands in the code.</summary>
    public static HmacFormat Of(string signatureHeader, string content) => new(signatureHeader, SignedContent.Parse(content).Content!);
}
