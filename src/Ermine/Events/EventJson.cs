using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine.Events;

/// <summary>How subscriptions become JSON for operators, without the app's own options having to know of it.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(EventSubscription[]))]
[JsonSerializable(typeof(EventReplay[]))]
[JsonSerializable(typeof(ReplayOrder))]
[JsonSerializable(typeof(ReplayPlan))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(RuleExplanation<string>[]))]
internal sealed partial class EventJson : JsonSerializerContext
{
    /// <summary>For what people read, such as patterns: quotes within a text are not written as numbers. It has no enumerations.</summary>
    public static EventJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
