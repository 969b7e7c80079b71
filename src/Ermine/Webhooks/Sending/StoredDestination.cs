namespace Ermine.Webhooks.Sending;

/// <summary>A destination as it is stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">The address.</param>
/// <param name="Bus">The bus.</param>
/// <param name="Pattern">Which events.</param>
/// <param name="Secrets">What it is signed by: the secret, and after it the former one, if there is one.</param>
public sealed record StoredDestination(string Name, string Url, string Bus, string Pattern, IReadOnlyList<string> Secrets)
{
    /// <summary>How an event is written; null where only a later version of Ermine knows.</summary>
    public WebhookFormat? Format { get; init; } = WebhookFormat.Event;

    /// <summary>Deliveries that all nodes together make at most; null for no limit.</summary>
    public string? MaxRate { get; init; }

    /// <summary>Until when the former secret signs too; null for as long as it is there.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    /// <summary>Whether it stands in configuration.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Since when nothing is sent; null where it is.</summary>
    public DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Why nothing is sent.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>The secrets that sign at a time.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset time) => FormerUntil <= time ? [Secrets[0]] : Secrets;

    /// <summary>The queue on which its events wait.</summary>
    public string Queue => QueueOf(Name);

    /// <summary>The queue of a destination: <c>webhook-crm</c> for <c>crm</c>.</summary>
    public static string QueueOf(string destination) => $"webhook-{destination}";

    /// <summary>The name of a destination's subscription on its bus, which is no function's.</summary>
    public static string SubscriptionOf(string destination) => $"webhooks/{destination}";

    /// <summary>Its name and address, without the secrets.</summary>
    public override string ToString() => $"{Name}: {Url}";
}
