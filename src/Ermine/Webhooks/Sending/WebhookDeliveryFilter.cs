using Ermine.Kernel;

namespace Ermine.Webhooks.Sending;

/// <summary>Which deliveries are meant: those that fit everything that is set, the latest first. Default: all.</summary>
public sealed record WebhookDeliveryFilter
{
    /// <summary>Only the one of this number.</summary>
    public long? Id { get; init; }

    /// <summary>Only those of an event, by its <c>webhook-id</c>.</summary>
    /// <exception cref="ArgumentException">It has a zero character in it, which no id has.</exception>
    public string? EventId { get; init => field = ZeroCharacter.Refused(value, nameof(EventId)); }

    /// <summary>Only those that failed.</summary>
    public bool Failed { get; init; }

    /// <summary>Only those whose number is lower: for the next page, that of the last delivery of this one.</summary>
    public long Before { get; init; } = long.MaxValue;

    /// <summary>How many at most. Default: 100; at most 1,000.</summary>
    public int Limit { get; init; } = 100;
}
