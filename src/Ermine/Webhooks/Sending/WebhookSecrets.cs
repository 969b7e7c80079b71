namespace Ermine.Webhooks.Sending;

/// <summary>The secrets of a destination, for whoever asked for them by name.</summary>
/// <param name="Secrets">The secret, and after it the former one while it is valid.</param>
internal sealed record WebhookSecrets(IReadOnlyList<string> Secrets);
