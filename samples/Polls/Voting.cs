using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Polls;

/// <summary>Opens polls, takes votes in as fast as they come, and counts them at the database's pace.</summary>
[AllowAnonymous]
public sealed class Voting
{
    [Function, Rest("POST /polls")]
    public Created<Poll> Open(NewPoll body, IDocumentSession db)
    {
        var poll = new Poll { Id = Guid.CreateVersion7(), Question = body.Question, Choices = body.Choices, Votes = new int[body.Choices.Count] };
        db.Insert(poll);
        return TypedResults.Created($"/polls/{poll.Id}", poll);
    }

    [Function, Rest("POST /polls/{pollId}/votes")]
    public async Task<Accepted> Cast(Guid pollId, CastVote body, IQueue<Vote> votes, CancellationToken ct)
    {
        await votes.SendAsync(new Vote(pollId, body.Choice), ct: ct);
        return TypedResults.Accepted((string?)null);
    }

    [Function(MaxConcurrency = 1), QueueTrigger(BatchSize = 500)]
    public async Task Tally(IReadOnlyList<Vote> batch, IDocumentSession db, CancellationToken ct)
    {
        var polls = await db.LoadManyAsync<Poll>(ct, batch.Select(v => v.PollId).Distinct());
        foreach (var vote in batch)
        {
            var poll = polls.FirstOrDefault(p => p.Id == vote.PollId);
            if (poll is null || vote.Choice < 0 || vote.Choice >= poll.Votes.Length) continue; // a vote for nothing counts for nothing
            poll.Votes[vote.Choice]++;
        }

        db.Store(polls.ToArray());
    }

    [Function, Rest("GET /polls/{id}")]
    public Task<Poll?> Show(Guid id, IQuerySession db, CancellationToken ct) => db.LoadAsync<Poll>(id, ct);
}
