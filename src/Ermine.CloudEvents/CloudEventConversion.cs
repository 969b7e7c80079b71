using System.Text.Json;
using CloudNative.CloudEvents;

namespace Ermine.CloudEvents;

/// <summary>Makes CloudEvents of events, for whoever sends them on.</summary>
public static class CloudEventConversion
{
    /// <summary>The CloudEvent of an event: the detail type becomes its type, the detail its data, and what stands beside it its attributes. One that was received as
    /// a CloudEvent is that again. The SDK sends it: <c>http.PostAsync(url, cloudEvent.ToHttpContent(ContentMode.Binary, new JsonEventFormatter()))</c>.</summary>
    /// <param name="published">The event.</param>
    /// <exception cref="ArgumentException">An attribute has a name that none of a CloudEvent may have, as one with a hyphen.</exception>
    public static CloudEvent ToCloudEvent(this EventEnvelope<JsonElement> published)
    {
        ArgumentNullException.ThrowIfNull(published);
        var made = new CloudEvent(CloudEventsSpecVersion.V1_0)
        {
            Id = published.Id,
            Source = new Uri(published.Source, UriKind.RelativeOrAbsolute),
            Type = published.DetailType,
            Time = published.Time,
        };
        foreach (var (name, value) in published.Attributes ?? new Dictionary<string, JsonElement>())
            made.SetAttributeFromString(name, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());

        if (published.Detail.ValueKind == JsonValueKind.Null) return made;
        made.DataContentType ??= DataTypes.Json;
        made.Data = Data(published.Detail, made.DataContentType);
        return made;
    }

    // Of a detail that was no JSON when it was received: the text, or the bytes.
    private static object Data(JsonElement detail, string contentType)
    {
        if (detail.ValueKind != JsonValueKind.String || DataTypes.IsJson(contentType)) return detail;
        return DataTypes.IsText(contentType) ? detail.GetString()! : detail.GetBytesFromBase64();
    }
}
