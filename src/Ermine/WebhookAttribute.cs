using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function for each webhook that a sender has signed and posted to <c>/webhooks/{name}</c>.</summary>
/// <param name="name">The last part of the address: small letters, digits, hyphens and underscores, a letter or digit first, at most 64.</param>
/// <remarks>The secret is configuration: <c>Ermine:Webhooks:{name}:Secret</c>. The sender is answered once the delivery is a durable message on a queue of the
/// function's own, so that lease, attempts, dead letters, pausing and the one commit are as for any other; one that is repeated is answered alike and runs
/// nothing. The function takes the body, as a type that can be read from its JSON, or the whole of it, as a <see cref="WebhookDelivery{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Message, HasSender = false)]
public sealed class WebhookAttribute(string name) : TriggerAttribute
{
    /// <summary>The last part of the address.</summary>
    public string Name { get; } = name;

    /// <summary>How the sender signs. Default: as Standard Webhooks says.</summary>
    [DefaultValue(WebhookScheme.StandardWebhooks)] public WebhookScheme Scheme { get; init; }

    /// <summary>The header that holds the signature. Needed by <see cref="WebhookScheme.Generic"/>, which alone has it and what follows, up to <see cref="IdPath"/>.</summary>
    public string? SignatureHeader { get; init; }

    /// <summary>What is signed: text with <c>{body}</c>, and as the sender says <c>{timestamp}</c>, <c>{id}</c>, <c>{method}</c> and <c>{url}</c>. Default: <c>{body}</c>.</summary>
    [DefaultValue("{body}")] public string SignedContent { get; init; } = "{body}";

    /// <summary>The hash within the HMAC. Default: SHA-256.</summary>
    [DefaultValue(WebhookHash.Sha256)] public WebhookHash Hash { get; init; }

    /// <summary>How the signature is written. Default: hexadecimal.</summary>
    [DefaultValue(WebhookEncoding.Hex)] public WebhookEncoding Encoding { get; init; }

    /// <summary>What stands before the signature, such as <c>sha256=</c>. Default: nothing.</summary>
    public string? Prefix { get; init; }

    /// <summary>The header that says when it was sent. Needed where <see cref="SignedContent"/> has <c>{timestamp}</c>. Default: none, and no delivery is too old.</summary>
    public string? TimestampHeader { get; init; }

    /// <summary>How it says that. Default: seconds since 1970.</summary>
    [DefaultValue(WebhookTimestamp.Seconds)] public WebhookTimestamp Timestamp { get; init; }

    /// <summary>The header that holds the delivery's id. Default: none.</summary>
    public string? IdHeader { get; init; }

    /// <summary>Where the body holds the delivery's id: its names joined with dots, such as <c>event.id</c>. Default: none; without this and
    /// <see cref="IdHeader"/>, what is signed is its own id, so that one delivery is known again, and one that is signed anew is another.</summary>
    public string? IdPath { get; init; }

    /// <summary>Bytes that a body may have. Default: 256 KiB; a larger one is answered with 413.</summary>
    [Limit(1, 26_214_400), DefaultValue(262_144)] public int MaxBodyBytes { get; init; } = 262_144;

    /// <summary>Days that the id of a delivery is remembered, so that it runs nothing when it is repeated. Default: 7.</summary>
    [Limit(1, 30), DefaultValue(7)] public int RememberDays { get; init; } = 7;

    /// <summary>Deliveries one run is handed at most. Only a batch function may have more than one.</summary>
    [Limit(1, 10_000), DefaultValue(100)] public int BatchSize { get; init; } = 100;

    /// <summary>Milliseconds that a batch which is not full waits for more. Default: 0, it does not wait.</summary>
    [Limit(0, 300_000), DefaultValue(0)] public int BatchWindowMilliseconds { get; init; }

    /// <summary>Seconds a claimed delivery stays invisible to others. A run that outlives its lease is fenced and repeated.</summary>
    [Limit(1, 43_200), DefaultValue(60)] public int LeaseSeconds { get; init; } = 60;

    /// <summary>Deliveries that all nodes together hand to the function at most, such as <c>1000/s</c>, <c>30/m</c> or <c>500/h</c>. Default: no limit.</summary>
    public string? MaxRate { get; init; }
}
