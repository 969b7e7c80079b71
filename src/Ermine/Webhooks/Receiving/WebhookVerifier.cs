using System.Text.Json;

namespace Ermine.Webhooks.Receiving;

/// <summary>Knows the scheme of one sender.</summary>
internal abstract class WebhookVerifier
{
    /// <summary>Characters that a header of signatures may have; a longer one is not read.</summary>
    public const int LongestSignature = 4_096;

    /// <summary>Signatures that are looked at; a sender who changes secrets sends two.</summary>
    public const int MostSignatures = 16;

    /// <summary>The header that holds the signature, which is not handed on.</summary>
    public abstract string SignatureHeader { get; }

    /// <summary>Why a request is refused: it was not signed by the sender, or long ago; null where it was.</summary>
    public abstract WebhookRefusal? Refuse(WebhookRequest request);

    /// <summary>What a request that is not refused says of itself.</summary>
    public abstract WebhookFacts Read(WebhookRequest request, JsonElement body);

    /// <summary>The text to answer with where a request is not a delivery, but asks whether somebody is there; null where it is one.</summary>
    public virtual string? Answer(WebhookRequest request, JsonElement body) => null;
}
