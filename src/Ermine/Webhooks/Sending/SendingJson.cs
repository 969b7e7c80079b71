using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.Webhooks.Sending;

/// <summary>How destinations and deliveries become JSON for operators, without the app's own options having to know of it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WebhookDestinationStatus[]))]
[JsonSerializable(typeof(WebhookDelivery[]))]
[JsonSerializable(typeof(WebhookSecrets))]
[JsonSerializable(typeof(WebhookCount))]
[JsonSerializable(typeof(WebhookPing))]
internal sealed partial class SendingJson : JsonSerializerContext
{
    /// <summary>For what people copy, such as a secret: a plus sign stays one.</summary>
    public static SendingJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
