namespace Ermine.Webhooks.Receiving;

/// <summary>What a genuine delivery says of itself.</summary>
/// <param name="Id">Its id; null where there is none.</param>
/// <param name="Type">What has happened; null where the scheme does not say it.</param>
/// <param name="Time">When it was sent; null where the scheme does not say it.</param>
internal sealed record WebhookFacts(string? Id, string? Type = null, DateTimeOffset? Time = null);
