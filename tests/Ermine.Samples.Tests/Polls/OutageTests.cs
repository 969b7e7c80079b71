using System.Net;
using System.Net.Http.Json;
using Ermine.Samples.Tests.Processes;
using Npgsql;
using Polls;

namespace Ermine.Samples.Tests.Polls;

/// <summary>The database goes away while the app runs, and comes back.</summary>
public sealed class OutageTests
{
    private const int Votes = 400;

    [Fact]
    public async Task Work_pauses_while_the_database_is_gone_and_goes_on_by_itself()
    {
        await using var database = await ProcessDatabase.CreateAsync();
        await using var cable = new CuttableProxy(new NpgsqlConnectionStringBuilder(database.ConnectionString).Port);
        var through = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = cable.Port }.ConnectionString;
        await using var app = await AppProcess.StartAsync(typeof(Voting).Assembly.Location,
            "--urls=http://127.0.0.1:0", $"--ConnectionStrings:ermine={through}", "--Ermine:Functions:voting.tally:LeaseSeconds=2");
        using var http = new HttpClient { BaseAddress = app.Address };
        var poll = await PollClient.OpenAsync(http, Votes);
        var ledger = new VoteLedger(Votes);

        await VoteAsync(http, poll, ledger, 0, Votes / 2);
        await cable.CutAsync();
        var whileCut = await UntilAsync(http, HttpStatusCode.ServiceUnavailable);
        var refused = await http.PostAsJsonAsync($"/polls/{poll}/votes", new CastVote(0));
        cable.Mend();
        var whenBack = await UntilAsync(http, HttpStatusCode.OK);
        await VoteAsync(http, poll, ledger, Votes / 2, Votes);
        var counted = await PollClient.CountAsync(http, poll, ledger);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, whileCut);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, whenBack);
        Assert.Equal(Votes, ledger.Accepted);
        Assert.Empty(ledger.Violations(counted));
    }

    private static async Task VoteAsync(HttpClient http, Guid poll, VoteLedger ledger, int from, int to)
    {
        for (var vote = from; vote < to; vote++)
        {
            ledger.Sent(vote);
            using var answer = await http.PostAsJsonAsync($"/polls/{poll}/votes", new CastVote(vote));
            if (answer.StatusCode == HttpStatusCode.Accepted) ledger.WasAccepted(vote);
        }
    }

    private static async Task<HttpStatusCode> UntilAsync(HttpClient http, HttpStatusCode wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            using var ready = await http.GetAsync("/health/ready", CancellationToken.None);
            if (ready.StatusCode == wanted || patience.IsCancellationRequested) return ready.StatusCode;
        }
    }
}
