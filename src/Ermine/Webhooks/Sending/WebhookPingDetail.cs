namespace Ermine.Webhooks.Sending;

/// <summary>What it says of itself: where it was sent.</summary>
internal sealed record WebhookPingDetail(string Destination);
