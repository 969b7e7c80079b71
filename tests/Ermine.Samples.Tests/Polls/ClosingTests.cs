using System.Net.Http.Json;
using Ermine.Testing;
using Polls;

namespace Ermine.Samples.Tests.Polls;

/// <summary>The sample closes its polls at night.</summary>
public sealed class ClosingTests
{
    [Fact]
    public async Task A_poll_is_closed_at_night_when_it_has_been_open_for_a_day_and_counts_no_vote_from_then_on()
    {
        await using var app = await TestApp.StartAsync<Voting>();
        var poll = await PollClient.OpenAsync(app.Http, votes: 2);
        await VoteAsync(app, poll, choice: 0);

        await app.Clock.AdvanceAsync(TimeSpan.FromHours(23)); // there was a three o'clock in the morning, or will be within the hour
        await app.IdleAsync();
        var early = await ShowAsync(app, poll);
        await app.Clock.AdvanceAsync(TimeSpan.FromHours(26));
        await app.IdleAsync();
        await VoteAsync(app, poll, choice: 1);

        var late = await ShowAsync(app, poll);
        Assert.Equal((false, true), (early.IsClosed, late.IsClosed));
        Assert.Equal([1, 0], late.Votes);
    }

    private static async Task VoteAsync(TestApp app, Guid poll, int choice)
    {
        (await app.Http.PostAsJsonAsync($"/polls/{poll}/votes", new CastVote(choice))).EnsureSuccessStatusCode();
        await app.IdleAsync();
    }

    private static async Task<Poll> ShowAsync(TestApp app, Guid poll) => (await app.Http.GetFromJsonAsync<Poll>($"/polls/{poll}"))!;
}
