using System.Net.Http.Json;
using Polls;

namespace Ermine.Samples.Tests.Polls;

/// <summary>Asks the sample what tests of faults ask it.</summary>
internal static class PollClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Opens a poll with a choice for each vote, so that every vote can be told from the others.</summary>
    public static async Task<Guid> OpenAsync(HttpClient http, int votes)
    {
        var opened = await http.PostAsJsonAsync("/polls", new NewPoll("Which one?", [.. Enumerable.Range(0, votes).Select(choice => $"{choice}")]));
        opened.EnsureSuccessStatusCode();
        return (await opened.Content.ReadFromJsonAsync<Poll>())!.Id;
    }

    /// <summary>What was counted once every accepted vote has been, or when patience ends.</summary>
    public static async Task<int[]> CountAsync(HttpClient http, Guid poll, VoteLedger ledger)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var votes = (await http.GetFromJsonAsync<Poll>($"/polls/{poll}", CancellationToken.None))!.Votes;
            if (ledger.IsComplete(votes) || patience.IsCancellationRequested) return votes;
        }
    }
}
