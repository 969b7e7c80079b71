namespace Ermine;

/// <summary>How the signature of a webhook is written.</summary>
public enum WebhookEncoding
{
    /// <summary>Hexadecimal digits, large or small.</summary>
    Hex,

    /// <summary>Base64 with its padding.</summary>
    Base64,
}
