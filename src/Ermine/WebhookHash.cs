namespace Ermine;

/// <summary>The hash within the HMAC of a webhook's signature.</summary>
public enum WebhookHash
{
    /// <summary>SHA-256.</summary>
    Sha256,

    /// <summary>SHA-512.</summary>
    Sha512,

    /// <summary>SHA-1, for senders who have nothing better; within an HMAC it is not known to be broken.</summary>
    Sha1,
}
