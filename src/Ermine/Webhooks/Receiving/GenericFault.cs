namespace Ermine.Webhooks.Receiving;

/// <summary>What is wrong with the settings of a webhook whose scheme is generic. Linked into the analyzers, so that the rule and the runtime cannot disagree.</summary>
internal static class GenericFault
{
    /// <summary>The name of the setting at fault, and what is wrong; null where nothing is.</summary>
    public static (string Setting, string Fault)? Of(string? signatureHeader, string signedContent, string? timestampHeader, string? idHeader, string? idPath)
    {
        if (string.IsNullOrEmpty(signatureHeader)) return ("SignatureHeader", "is not set, so that nothing says which header holds the signature");
        var (content, fault) = SignedContent.Parse(signedContent);
        if (content is null) return ("SignedContent", $"is no template: {fault}");
        if (content.Has(SignedPart.Timestamp) && string.IsNullOrEmpty(timestampHeader)) return ("TimestampHeader", "is not set, and SignedContent has {timestamp}");
        if (!content.Has(SignedPart.Timestamp) && !string.IsNullOrEmpty(timestampHeader)) return ("SignedContent", "lacks {timestamp}, so that anybody could put another time into TimestampHeader");
        if (content.Has(SignedPart.Id) && string.IsNullOrEmpty(idHeader)) return ("IdHeader", "is not set, and SignedContent has {id}");
        return !string.IsNullOrEmpty(idHeader) && !string.IsNullOrEmpty(idPath) ? ("IdPath", "is set beside IdHeader, and a delivery has one id") : null;
    }
}
