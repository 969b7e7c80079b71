namespace Ermine.Webhooks.Sending;

/// <summary>One destination, as operators see it: without its secrets.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">The address.</param>
/// <param name="Bus">The bus.</param>
/// <param name="Pattern">Which events.</param>
/// <param name="Format">How an event is written; null where only a later version of Ermine knows.</param>
/// <param name="MaxRate">Deliveries that all nodes together make at most; null for no limit.</param>
/// <param name="Queue">The queue on which its events wait, where they can be paused, counted and redriven as those of any other.</param>
/// <param name="IsDeclared">Whether it stands in configuration.</param>
/// <param name="DisabledAt">Since when nothing is sent; null where it is.</param>
/// <param name="DisabledReason">Why nothing is sent.</param>
public sealed record WebhookDestinationStatus(
    string Name, string Url, string Bus, string Pattern, WebhookFormat? Format, string? MaxRate, string Queue, bool IsDeclared, DateTimeOffset? DisabledAt, string? DisabledReason);
