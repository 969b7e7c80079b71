namespace Ermine.Webhooks.Sending;

/// <summary>How many deliveries were meant.</summary>
internal sealed record WebhookCount(int Count);
