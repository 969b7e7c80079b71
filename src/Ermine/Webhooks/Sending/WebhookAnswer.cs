namespace Ermine.Webhooks.Sending;

/// <summary>What came of one attempt.</summary>
/// <param name="Status">What the destination answered; null where it did not.</param>
/// <param name="Error">Why it failed, in one line; null where it did not.</param>
/// <param name="RetryAfter">When the destination asked to be tried again; null where it did not.</param>
internal sealed record WebhookAnswer(int? Status, string? Error = null, TimeSpan? RetryAfter = null)
{
    private const int Gone = 410;

    /// <summary>Whether another attempt would fail as well, since the event is not one that can be sent.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Whether the destination wants nothing any more.</summary>
    public bool IsGone => Status == Gone;
}
