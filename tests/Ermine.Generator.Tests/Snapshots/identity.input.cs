using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Polls;

[Queue("votes")]
public sealed record Vote(Guid PollId, int Choice);

[Authorize("voter")]
public sealed class Voting
{
    [Function, QueueTrigger]
    public void Count(Vote vote, ClaimsPrincipal sender) { }

    [Function, QueueTrigger("ballots")]
    public async Task Tally(IReadOnlyList<ClaimsPrincipal> senders, IReadOnlyList<Vote> votes, CancellationToken ct) => await Task.Delay(senders.Count + votes.Count, ct);

    [Function, QueueTrigger("notes")]
    public void Note(ClaimsPrincipal sender, IReadOnlyList<ClaimsPrincipal> senders) { }

    [Function]
    public string Report(Guid pollId, ClaimsPrincipal caller) => $"{pollId} {caller.Identity?.Name}";
}
