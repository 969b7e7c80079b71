using Microsoft.Extensions.Logging;

namespace Polls;

[Queue("votes")]
public sealed record Vote(Guid PollId, int Choice);

public sealed class Tallying(TimeProvider clock)
{
    [Function, QueueTrigger(BatchSize = 500)]
    public Task Tally(IReadOnlyList<Vote> batch, ILogger<Tallying> log, CancellationToken ct) => Task.FromResult((batch, log, clock, ct));

    [Function(Id = "votes.recount", MaxAttempts = 3), QueueTrigger("votes", LeaseSeconds = 120, Heartbeat = false)]
    public async Task RecountAsync(Vote vote, IQueue<Vote> again, CancellationToken ct) => await again.SendAsync(vote, new() { Delay = TimeSpan.FromMinutes(1) }, ct);

    [Function(BackoffSeconds = 0.5), QueueTrigger(Coalesce = nameof(Vote.PollId), MaxRate = "100/s"), RejectOn<FormatException>, RetryOn<TimeoutException>(MaxAttempts = 3)]
    public async Task<BatchResult> Sift(IReadOnlyList<Vote> votes, CancellationToken ct)
    {
        await Task.Delay(votes.Count, ct);
        return BatchResult.Completed.Retry(0, "not yet");
    }
}
