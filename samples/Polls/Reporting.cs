using Marten;
using Microsoft.AspNetCore.Authorization;

namespace Polls;

/// <summary>Tells on demand how polls stand.</summary>
[AllowAnonymous]
public sealed class Reporting(IQuerySession db)
{
    /// <summary>Sums up a poll: how many votes it has, and which choice leads; none where the first two are level.</summary>
    [Function(TimeoutSeconds = 10)]
    public async Task<PollReport?> Summarise(Guid pollId, CancellationToken ct)
    {
        if (await db.LoadAsync<Poll>(pollId, ct) is not { } poll) return null;

        var ranked = poll.Votes.Select((votes, choice) => (Votes: votes, Choice: poll.Choices[choice])).OrderByDescending(c => c.Votes).ToArray();
        var leads = ranked is [var first, ..] && first.Votes > 0 && (ranked.Length == 1 || first.Votes > ranked[1].Votes);
        return new PollReport(poll.Question, poll.Votes.Sum(), leads ? ranked[0].Choice : null);
    }
}
