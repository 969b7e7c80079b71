using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Ermine.Identity.Toy;

/// <summary>Functions that ask who sent what they are given.</summary>
public sealed class Elections(Ledger ledger)
{
    [Function, Rest("POST /ballots/{choice}"), AllowAnonymous]
    public static Task Cast(int choice, IQueue<Ballot> ballots, CancellationToken ct) => ballots.SendAsync(new Ballot(choice), ct: ct);

    [Function, Rest("POST /errands/{choice}"), AllowAnonymous]
    public static Task Ask(int choice, IQueue<Errand> errands, CancellationToken ct) => errands.SendAsync(new Errand(choice), ct: ct);

    [Function, Rest("POST /papers/{number}"), AllowAnonymous]
    public static Task Hand(int number, IQueue<Paper> papers, CancellationToken ct) => papers.SendAsync(new Paper(number), new() { Delay = TimeSpan.FromMinutes(1) }, ct);

    [Function, Rest("POST /turns/{number}"), AllowAnonymous]
    public static Task Move(int number, IQueue<Turn> turns, CancellationToken ct) => turns.SendAsync(new Turn("one", number), ct: ct);

    [Function, Rest("POST /counts/{choice}"), AllowAnonymous]
    public static Task Later(int choice, IFunctions functions, CancellationToken ct) => functions.EnqueueCountAsync(choice, ct: ct);

    [Function, QueueTrigger, Authorize("voter")]
    public void Tally(Ballot ballot, ClaimsPrincipal sender) => ledger.Add(sender.Identity?.Name, $"ballot {ballot.Choice}");

    [Function, QueueTrigger]
    public static Task Run(Errand errand, IQueue<Ballot> ballots, CancellationToken ct) => ballots.SendAsync(new Ballot(errand.Choice), ct: ct);

    [Function(MaxConcurrency = 1), QueueTrigger(BatchSize = 10), Authorize(Roles = "voter")]
    public void Shred(IReadOnlyList<Paper> papers, IReadOnlyList<ClaimsPrincipal> senders) =>
        ledger.Add(string.Join('+', senders.Select(s => s.Identity?.Name)), $"papers {string.Join('+', papers.Select(p => p.Number))}");

    [Function, QueueTrigger, Authorize("resident")]
    public void Play(Turn turn, ClaimsPrincipal sender) => ledger.Add(sender.Identity?.Name, $"turn {turn.Number}");

    [Function, OnDemand(OnSuccess = "elections.publish"), Authorize("voter")]
    public int Count(int choice, ClaimsPrincipal caller)
    {
        ledger.Add(caller.Identity?.Name, $"count {choice}");
        return choice;
    }

    [Function, Authorize("voter")]
    public void Publish(int result, ClaimsPrincipal caller) => ledger.Add(caller.Identity?.Name, $"publish {result}");
}
