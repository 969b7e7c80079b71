namespace Ermine.Webhooks.Sending;

/// <summary>Where events are to be sent, as an HTTP POST that is signed as Standard Webhooks have it.</summary>
/// <param name="Name">Its name: lower-case letters, digits and hyphens, a letter first, at most 32.</param>
/// <param name="Url">The address, by https; in Development also by http.</param>
/// <param name="Pattern">Which events: a pattern as that of <see cref="EventRuleAttribute"/>.</param>
public sealed record WebhookDestination(string Name, string Url, string Pattern)
{
    /// <summary>The bus. Default: <c>default</c>.</summary>
    public string Bus { get; init; } = "default";

    /// <summary>How an event is written. Default: <see cref="WebhookFormat.Event"/>.</summary>
    public WebhookFormat Format { get; init; }

    /// <summary>Deliveries that all nodes together make at most, such as <c>10/s</c>; null for no limit.</summary>
    public string? MaxRate { get; init; }

    /// <summary>The secret: <c>whsec_</c> and 24 to 64 bytes in base64. Default: the one that it has, or a new one.</summary>
    public string? Secret { get; init; }

    /// <summary>The secret that it had before, by which deliveries are signed as well; null for none.</summary>
    public string? FormerSecret { get; init; }

    /// <summary>Its name and address, without the secrets.</summary>
    public override string ToString() => $"{Name}: {Url}";
}
