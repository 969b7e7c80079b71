namespace Ermine;

/// <summary>How a webhook says when it was sent.</summary>
public enum WebhookTimestamp
{
    /// <summary>Seconds since 1970.</summary>
    Seconds,

    /// <summary>Milliseconds since 1970.</summary>
    Milliseconds,

    /// <summary>Date and time of ISO 8601, such as <c>2026-11-27T12:00:00Z</c>; UTC where it says no other.</summary>
    Iso8601,
}
