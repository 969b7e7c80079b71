namespace Ermine.Webhooks.Sending;

/// <summary>What this app can write events as.</summary>
internal sealed class WebhookWriters(IEnumerable<IWebhookWriter> all)
{
    private readonly IWebhookWriter[] _all = [.. all];

    /// <summary>What writes a format; null where nothing does.</summary>
    public IWebhookWriter? Find(WebhookFormat? format) => Array.Find(_all, writer => writer.Format == format);

    /// <summary>What is wrong with the format of a destination; null where nothing is.</summary>
    public string? FaultOf(WebhookDestination destination) => Find(destination.Format) is null
        ? $"'{destination.Name}' has the format {destination.Format}, which nothing in this app writes: reference the package Ermine.CloudEvents."
        : null;
}
