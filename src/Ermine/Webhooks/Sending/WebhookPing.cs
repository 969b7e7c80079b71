using System.Text.Json.Serialization;

namespace Ermine.Webhooks.Sending;

/// <summary>An event that says no more than that it has arrived.</summary>
internal sealed record WebhookPing(string Id, DateTimeOffset Time, WebhookPingDetail Detail)
{
    public string Source => "ermine";

    [JsonPropertyName("detail-type")]
    public string DetailType => "webhook.ping";
}
