using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using Ermine.Events;

namespace Ermine.CloudEvents;

/// <summary>Makes of a CloudEvent that was received an event of the bus.</summary>
internal static class Received
{
    /// <summary>How long an event is known by its source and id.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>Its type becomes the detail type, its data the detail; id, source and time stay, and what else it says stands beside them.</summary>
    /// <exception cref="ArgumentException">It says something that an event cannot have.</exception>
    public static JsonEvent Event(CloudEvent received)
    {
        var source = received.Source!.OriginalString;
        return new JsonEvent(source, received.Type!, Detail(received.Data))
        {
            Id = received.Id,
            Time = received.Time,
            Attributes = Attributes(received),
            DeduplicationKey = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{received.Id}"))), // both may be long
        };
    }

    private static Dictionary<string, string> Attributes(CloudEvent received) => received.GetPopulatedAttributes()
        .Where(a => a.Key.Name is not ("id" or "source" or "type" or "time") && (a.Key.Name != "datacontenttype" || IsSaid(received)))
        .ToDictionary(a => a.Key.Name, a => a.Key.Format(a.Value));

    // Of JSON that is no more than that, or of nothing, the content type is left out.
    private static bool IsSaid(CloudEvent received) => received.Data is not null && !(received.Data is JsonElement && DataTypes.IsPlainJson(received.DataContentType));

    // JSON as it is, a text as a string, and other bytes as Base64, each with the content type beside it.
    private static byte[] Detail(object? data) => data switch
    {
        null => "null"u8.ToArray(),
        JsonElement json => JsonSerializer.SerializeToUtf8Bytes(json, DetailJson.Default.JsonElement),
        string text => JsonSerializer.SerializeToUtf8Bytes(text, DetailJson.Default.String),
        byte[] bytes => JsonSerializer.SerializeToUtf8Bytes(bytes, DetailJson.Default.ByteArray),
        _ => throw new ArgumentException($"The data of the CloudEvent is neither JSON, text nor bytes, but {data.GetType().Name}."),
    };
}
