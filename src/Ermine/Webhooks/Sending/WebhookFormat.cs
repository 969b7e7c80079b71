using System.Text.Json.Serialization;

namespace Ermine.Webhooks.Sending;

/// <summary>How an event is written for a destination.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WebhookFormat>))]
public enum WebhookFormat
{
    /// <summary>As the archive has it, in JSON.</summary>
    Event,

    /// <summary>A CloudEvent in structured mode: all of it is the body, and signed. Takes the package Ermine.CloudEvents.</summary>
    CloudEvents,

    /// <summary>A CloudEvent in binary mode: the body is its data, and headers, which no signature covers, are its attributes. Takes the package Ermine.CloudEvents.</summary>
    CloudEventsBinary,
}
