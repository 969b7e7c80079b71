using System.Net;
using System.Net.Http.Json;
using Ermine.Samples.Tests.Processes;
using Polls;

namespace Ermine.Samples.Tests.Polls;

/// <summary>The app dies, by kill -9, while votes stream in.</summary>
public sealed class KilledTests
{
    private const int Votes = 10_000;
    private const int Voters = 16;

    // The lease is what a survivor waits for; the default of a minute would only make the test long.
    private static readonly string[] ShortLease = ["--Ermine:Functions:voting.tally:LeaseSeconds=2"];

    /// <summary>The seeds from which the moment of death is drawn.</summary>
    public static TheoryData<int> Seeds => FaultSeeds.Take(atLength: 20);

    [Theory, MemberData(nameof(Seeds), DisableDiscoveryEnumeration = true), Trait("Category", "Faults")]
    public async Task Every_accepted_vote_is_counted_once_though_the_app_was_killed_in_between(int seed)
    {
        var lastWords = new Random(seed).Next(Votes / 10, Votes * 9 / 10);
        await using var database = await ProcessDatabase.CreateAsync();
        var ledger = new VoteLedger(Votes);

        await using var app = await StartAsync(database, port: 0);
        var port = app.Address.Port;
        using var http = new HttpClient { BaseAddress = app.Address };
        var poll = await PollClient.OpenAsync(http, Votes);
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var voting = VoteAsync(http, $"/polls/{poll}/votes", ledger, lastWords, killed);
        await killed.Task;
        await app.KillAsync();
        await using var restarted = await StartAsync(database, port);
        await voting;
        var counted = await PollClient.CountAsync(http, poll, ledger);

        Assert.InRange(ledger.Accepted, Votes - (2 * Voters), Votes); // at most those under way when the app died got no answer
        Assert.Empty(ledger.Violations(counted));
    }

    private static Task<AppProcess> StartAsync(ProcessDatabase database, int port) => AppProcess.StartAsync(
        typeof(Voting).Assembly.Location, [$"--urls=http://127.0.0.1:{port}", $"--ConnectionStrings:ermine={database.ConnectionString}", .. ShortLease]);

    // A vote that got no answer is not sent again: nobody knows whether it arrived.
    private static async Task VoteAsync(HttpClient http, string votes, VoteLedger ledger, int lastWords, TaskCompletionSource killed)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Voters).Select(async _ =>
        {
            for (var vote = Interlocked.Increment(ref next); vote < Votes; vote = Interlocked.Increment(ref next))
            {
                if (vote == lastWords) killed.SetResult();
                await VoteOnceAsync(http, votes, ledger, vote);
            }
        }));
    }

    private static async Task VoteOnceAsync(HttpClient http, string votes, VoteLedger ledger, int vote)
    {
        while (true)
        {
            try
            {
                ledger.Sent(vote);
                using var answer = await http.PostAsJsonAsync(votes, new CastVote(vote));
                if (answer.StatusCode == HttpStatusCode.Accepted) ledger.WasAccepted(vote);
                return;
            }
            catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Yield(); // nobody listens, so it was not sent: the app is down and comes back
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }
}
