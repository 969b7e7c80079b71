namespace Ermine.Webhooks.Receiving;

/// <summary>A part of what is signed.</summary>
internal enum SignedPart
{
    /// <summary>Text that stands in the template.</summary>
    Text,

    /// <summary>The body as it came.</summary>
    Body,

    /// <summary>The text of the header that says when it was sent.</summary>
    Timestamp,

    /// <summary>The text of the header that holds the id.</summary>
    Id,

    /// <summary>The request's method.</summary>
    Method,

    /// <summary>The whole address that was posted to.</summary>
    Url,
}
