using System.Diagnostics;
using System.Globalization;
using Ermine.Kernel;
using Microsoft.Extensions.Logging;

namespace Ermine.Webhooks.Sending;

/// <summary>What is done with each message of a destination's queue: one attempt, a line in the log of deliveries, and what follows from the answer.</summary>
internal sealed class WebhookDeliverer(WebhookPoster poster, IWebhookStore store, TimeProvider time, ILogger log)
{
    /// <summary>The header of a message that was replayed, which says when its event was published.</summary>
    public const string Published = "ermine-published";

    /// <summary>Makes an attempt.</summary>
    public async ValueTask<Outcome> DeliverAsync(RunningDestination running, Message message, CancellationToken ct)
    {
        var destination = running.Destination;
        if (destination.DisabledAt is not null) return Outcome.Abandoned("The destination is disabled."); // what was claimed before that waits with the others

        var (at, began, id) = (time.GetUtcNow(), Stopwatch.GetTimestamp(), EventIdentity.Of(message.Payload.Span));
        var answer = await poster.PostAsync(destination, id, message.Payload, ct);
        var outcome = Judge(answer, message.Attempt);
        var delivery = new WebhookDelivery(0, destination.Name, id, message.Attempt, at, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds)
        {
            Status = answer.Status,
            Error = ZeroCharacter.Shown(answer.Error),
            NextAt = outcome.Kind == OutcomeKind.Retry ? time.GetUtcNow() + outcome.After : null,
            Message = message.Origin,
            PublishedAt = PublishedAt(message),
        };
        await RecordAsync(delivery);
        if (!answer.IsGone) return outcome;

        running.Destination = destination with { DisabledAt = at };
        await DisableAsync(destination.Name);
        return outcome;
    }

    private static Outcome Judge(WebhookAnswer answer, int attempt)
    {
        if (answer.Error is null) return Outcome.Completed;
        if (answer.IsGone || answer.IsFinal) return Outcome.Rejected(answer.Error);
        return RetrySchedule.After(attempt, answer.RetryAfter, Random.Shared.NextDouble()) is { } wait ? Outcome.Retry(wait, answer.Error) : Outcome.Rejected(answer.Error);
    }

    // The attempt was made: that nobody can note it is no reason to make it again.
    private async Task RecordAsync(WebhookDelivery delivery)
    {
        try
        {
            await store.RecordAsync(delivery, CancellationToken.None);
        }
        catch (Exception e)
        {
            WebhookLog.NotRecorded(log, e, delivery.Destination);
        }
    }

    private async Task DisableAsync(string destination)
    {
        const string reason = "It answered 410 Gone.";
        await store.SwitchAsync(destination, reason, null, CancellationToken.None);
        WebhookLog.Disabled(log, destination, reason);
    }

    private static DateTimeOffset PublishedAt(Message message) =>
        message.Headers?.GetValueOrDefault(Published) is { } text && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var published) ? published : message.EnqueuedAt;
}
