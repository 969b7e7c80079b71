using System.Net.Mime;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using Microsoft.AspNetCore.Http;

namespace Ermine.CloudEvents;

/// <summary>Reads CloudEvents from a request, by the HTTP binding of version 1.0. Formats and attributes are the SDK's.</summary>
internal static class CloudEventRequest
{
    private const string Structured = "application/cloudevents+json";
    private const string Batch = "application/cloudevents-batch+json";
    private const string VersionHeader = "ce-specversion";

    private static readonly JsonEventFormatter Formatter = new();

    /// <summary>The events; null where the request is none in a format that is known.</summary>
    /// <exception cref="ArgumentException">It is meant to be one, and is not.</exception>
    /// <exception cref="FormatException">Text of it is no UTF-8, or its content type is none.</exception>
    /// <exception cref="JsonException">Its JSON is malformed.</exception>
    public static async Task<IReadOnlyList<CloudEvent>?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var contentType = request.ContentType is { Length: > 0 } text ? new ContentType(text) : null;
        var kind = contentType?.MediaType.ToLowerInvariant() ?? "";
        if (kind is not (Structured or Batch) && (kind.StartsWith("application/cloudevents", StringComparison.Ordinal) || !request.Headers.ContainsKey(VersionHeader))) return null;

        using var stream = new MemoryStream();
        await request.Body.CopyToAsync(stream, ct);
        var body = new ReadOnlyMemory<byte>(stream.GetBuffer(), 0, (int)stream.Length);
        if (kind.EndsWith("json", StringComparison.Ordinal) && !Utf8.IsValid(body.Span)) throw new FormatException("The body is not valid UTF-8; encode it as UTF-8.");

        return kind switch
        {
            Structured => [Typed(Formatter.DecodeStructuredModeMessage(body, contentType, null))],
            Batch => [.. Formatter.DecodeBatchModeMessage(body, contentType, null).Select(Typed)],
            _ => [Binary(request, body)],
        };
    }

    // The same event has the same data in each mode: what they are is said by their type. The JSON format may have text as Base64, and the other way; and of a request in
    // binary mode the SDK takes application/json for JSON, and application/vnd.shop+json for bytes.
    private static CloudEvent Typed(CloudEvent read)
    {
        if (read.Data is byte[] && read.DataContentType is null) read.DataContentType = DataTypes.Bytes;
        if (read.Data is byte[] json && DataTypes.IsJson(read.DataContentType)) read.Data = JsonSerializer.Deserialize(json, DetailJson.Default.JsonElement);
        else if (read.Data is byte[] bytes) Formatter.DecodeBinaryModeEventData(bytes, read);
        else if (read.Data is string text && !DataTypes.IsText(read.DataContentType)) read.Data = Encoding.UTF8.GetBytes(text);
        return read;
    }

    private static CloudEvent Binary(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var version = $"{request.Headers[VersionHeader]}";
        var read = new CloudEvent(CloudEventsSpecVersion.FromVersionId(version) ?? throw new ArgumentException($"There is no version '{version}' of CloudEvents; write 1.0."));
        foreach (var (header, values) in request.Headers)
        {
            if (HttpUtilities.GetAttributeNameFromHeaderName(header) is { } name && name != "specversion") read.SetAttributeFromString(name, HttpUtilities.DecodeHeaderValue($"{values}"));
        }

        read.DataContentType = request.ContentType;
        if (body.Length > 0) read.Data = body.ToArray();
        return read.IsValid ? Typed(read) : throw new ArgumentException("The CloudEvent lacks one of id, source and type; each is a header ce-id, ce-source and ce-type.");
    }
}
