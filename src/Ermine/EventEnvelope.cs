using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ermine;

/// <summary>A whole event: what a function with <see cref="EventRuleAttribute"/> may take as its parameter.</summary>
/// <param name="Id">The event's id, the same for all who get it and for each attempt.</param>
/// <param name="Source">Who published it.</param>
/// <param name="DetailType">What has happened.</param>
/// <param name="Time">When it was published, by the database's clock, unless the publisher said otherwise.</param>
/// <param name="Detail">What the event carries.</param>
public sealed record EventEnvelope<T>(string Id, string Source, [property: JsonPropertyName("detail-type")] string DetailType, DateTimeOffset Time, T Detail)
{
    /// <summary>What else the event has beside its detail, such as the <c>subject</c> of one that came as a CloudEvent; null for nothing.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Attributes { get; init; }

    /// <summary>The name of the replay that delivers it once more; null where it is delivered as it was published.</summary>
    [JsonPropertyName("replay-name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? ReplayName { get; init; }

    /// <summary>Whether it is delivered once more, by a replay.</summary>
    [JsonIgnore] public bool IsReplay => ReplayName is not null;
}
