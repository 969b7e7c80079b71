namespace Ermine.Webhooks.Sending;

/// <summary>One attempt to deliver an event to a destination.</summary>
/// <param name="Id">Its number, ascending.</param>
/// <param name="Destination">The destination.</param>
/// <param name="EventId">The event, by its <c>webhook-id</c>.</param>
/// <param name="Attempt">Which attempt it was; the first is 1.</param>
/// <param name="At">When it began.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record WebhookDelivery(long Id, string Destination, string EventId, int Attempt, DateTimeOffset At, int Milliseconds)
{
    /// <summary>What the destination answered; null where it did not.</summary>
    public int? Status { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; init; }

    /// <summary>When the next attempt is due; null where there is none.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The number of its message, by which it is found among the dead letters of the destination's queue.</summary>
    public long Message { get; init; }

    /// <summary>When the event was published.</summary>
    public DateTimeOffset PublishedAt { get; init; }
}
