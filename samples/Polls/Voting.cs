using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Polls;

/// <summary>Opens polls, takes votes in as fast as they come, counts them at the database's pace, and closes polls at night.</summary>
[AllowAnonymous]
public sealed class Voting(TimeProvider clock)
{
    /// <summary>Opens a poll.</summary>
    /// <param name="body">The question and its choices.</param>
    /// <param name="db">Where it is kept.</param>
    /// <returns>The poll, with no votes yet.</returns>
    [Function, Rest("POST /polls")]
    public Created<Poll> Open(NewPoll body, IDocumentSession db)
    {
        var poll = new Poll { Id = Guid.CreateVersion7(), Question = body.Question, Choices = body.Choices, Votes = new int[body.Choices.Count], OpenedAt = clock.GetUtcNow() };
        db.Insert(poll);
        return TypedResults.Created($"/polls/{poll.Id}", poll);
    }

    /// <summary>Takes a vote.</summary>
    /// <remarks>It is counted soon afterwards. A vote for a poll or a choice that is not there, or for a poll that is closed, counts for nothing.</remarks>
    /// <param name="pollId">The poll's id.</param>
    /// <param name="body">The vote.</param>
    /// <param name="votes">Where it waits for the tally.</param>
    /// <param name="ct">Ends the request.</param>
    /// <response code="202">The vote is on its way to the tally.</response>
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
            if (poll is null or { IsClosed: true } || vote.Choice < 0 || vote.Choice >= poll.Votes.Length) continue; // a vote for nothing counts for nothing
            poll.Votes[vote.Choice]++;
        }

        db.Store(polls.ToArray());
    }

    /// <summary>Closes the polls that have been open for a day. One that a tally changes meanwhile is closed by the next attempt.</summary>
    [Function, Schedule("0 3 * * *", TimeZone = "Europe/Berlin", Missed = ScheduleMissed.RunOnce)]
    public async Task Close(ScheduledFiring firing, IDocumentSession db, CancellationToken ct)
    {
        var dayBefore = firing.Slot.AddDays(-1);
        var polls = await db.Query<Poll>().Where(p => !p.IsClosed && p.OpenedAt < dayBefore).ToListAsync(ct);
        foreach (var poll in polls) poll.IsClosed = true;
        db.Store(polls.ToArray());
    }

    /// <summary>Shows a poll with the votes counted so far.</summary>
    /// <param name="id">The poll's id.</param>
    /// <param name="db">Where it is kept.</param>
    /// <param name="ct">Ends the request.</param>
    /// <returns>The poll.</returns>
    /// <response code="404">There is no such poll.</response>
    [Function, Rest("GET /polls/{id}")]
    public Task<Poll?> Show(Guid id, IQuerySession db, CancellationToken ct) => db.LoadAsync<Poll>(id, ct);
}
