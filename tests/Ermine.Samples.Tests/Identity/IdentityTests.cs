using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using Ermine.Identity.Toy;
using Ermine.Queues;
using Ermine.Samples.Tests.Queues;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ermine.Samples.Tests.Identity;

/// <summary>Who sent a message is known where it is handled, by proof, and asked at the door.</summary>
public sealed class IdentityTests : IAsyncLifetime
{
    private TestApp _app = null!;

    private IReadOnlyList<string> Deeds => _app.Services.GetRequiredService<Ledger>().Deeds;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Elections>();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task A_function_on_a_queue_sees_who_called_over_HTTP()
    {
        await PostAsync("/ballots/1", "alice voter");

        Assert.Equal(["alice: ballot 1"], Deeds);
    }

    [Theory]
    [InlineData(null, "Not authorized: policy 'voter' is asked for, and the message bears no identity.")]
    [InlineData("bob", "Not authorized: policy 'voter' does not admit the sender; sent by 'bob'.")]
    public async Task What_was_sent_by_somebody_else_is_a_dead_letter_that_says_so_after_one_attempt(string? user, string reason)
    {
        await PostAsync("/ballots/1", user);

        var letter = Assert.Single(await _app.Http.DeadLettersAsync("ballots"));
        Assert.Equal((reason, 1, "elections.tally"), (letter.Reason, letter.Attempts, letter.Function));
        Assert.Empty(Deeds);
    }

    [Fact]
    public async Task Refusals_of_one_kind_are_a_group_whoever_sent()
    {
        await PostAsync("/ballots/1", "bob");
        await PostAsync("/ballots/1", "eve");

        var groups = await _app.Http.GetFromJsonAsync<DeadLetterGroup[]>($"{Operator.Queues}/ballots/dead-letters/groups");

        Assert.Equal(2, Assert.Single(groups!).Count);
    }

    [Fact]
    public async Task An_identity_travels_on_through_functions_that_do_not_ask_for_it()
    {
        await PostAsync("/errands/2", "alice voter");
        await PostAsync("/errands/3", "bob");

        Assert.Equal(["alice: ballot 2"], Deeds);
        Assert.Contains("sent by 'bob'", Assert.Single(await _app.Http.DeadLettersAsync("ballots")).Reason);
    }

    [Fact]
    public async Task Of_a_batch_those_who_may_are_handled_and_the_others_are_given_up_one_by_one()
    {
        foreach (var (number, user) in new[] { (1, "alice voter"), (2, "bob"), (3, null), (4, "carol voter") }) await PostAsync($"/papers/{number}", user);

        await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        await _app.IdleAsync();

        Assert.Equal(["alice+carol: papers 1+4"], Deeds);
        Assert.Equal(
            ["role 'voter' does not admit the sender; sent by 'bob'.", "role 'voter' is asked for, and the message bears no identity."],
            (await _app.Http.DeadLettersAsync("papers")).Select(letter => letter.Reason["Not authorized: ".Length..]));
    }

    [Fact]
    public async Task An_ordered_group_goes_on_without_what_was_refused()
    {
        await PostAsync("/turns/1", null, wait: false);
        await PostAsync("/turns/2", "alice", wait: false);
        await _app.IdleAsync();

        Assert.Equal(["alice: turn 2"], Deeds); // and the claim that the policy asks for has travelled
        Assert.Single(await _app.Http.DeadLettersAsync("turns"));
    }

    [Fact]
    public async Task A_run_that_is_made_later_is_made_for_who_asked_for_it_and_so_is_what_follows()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_ermine/functions/elections.count") { Content = JsonContent.Create(new { choice = 5 }) };
        request.Headers.Add("X-User", "alice voter");
        request.Headers.Add("Prefer", "respond-async");

        using var answer = await _app.Http.SendAsync(request);
        await _app.IdleAsync();

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["alice: count 5", "alice: publish 5"], Deeds);
    }

    [Fact]
    public async Task A_run_that_code_asks_for_needs_its_caller_s_right()
    {
        await PostAsync("/counts/6", "alice voter");
        await PostAsync("/counts/7", "bob");

        Assert.Equal(["alice: count 6", "alice: publish 6"], Deeds);
        Assert.Contains("sent by 'bob'", Assert.Single(await _app.Http.DeadLettersAsync("fn-elections-count")).Reason);
    }

    [Fact]
    public async Task Code_outside_of_any_run_says_on_whose_behalf_it_sends()
    {
        var service = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "clockwork"), new Claim(ClaimTypes.Role, "voter")], "service"));

        await _app.Queue<Ballot>().SendAsync(new Ballot(8), new() { As = service });
        await _app.Queue<Ballot>().SendAsync(new Ballot(9));
        await _app.IdleAsync();

        Assert.Equal(["clockwork: ballot 8"], Deeds);
        Assert.Contains("bears no identity", Assert.Single(await _app.Http.DeadLettersAsync("ballots")).Reason);
    }

    [Fact]
    public async Task A_dead_letter_that_is_edited_and_sent_again_is_still_its_sender_s()
    {
        await PostAsync("/ballots/1", "bob");
        var id = (await _app.Http.DeadLettersAsync("ballots"))[0].Id;

        await _app.Http.AskAsync("PUT", $"/ballots/dead-letters/{id}", """{"choice":4}""");
        await _app.Http.CountAsync("POST", "/ballots/dead-letters/redrive");
        await _app.IdleAsync();

        Assert.Contains("sent by 'bob'", Assert.Single(await _app.Http.DeadLettersAsync("ballots")).Reason); // the signature holds, and bob is no voter yet
    }

    [Theory]
    [InlineData("'{\"ermine-identity\": \"AAAA;00000000;1764254482;header;;;;!n=alice;!r=voter\"}'", "'{\"choice\":1}'", "does not verify")]
    [InlineData("null", "'{\"choice\":1}'", "bears no identity")]
    [InlineData("headers", "'{\"choice\":2}'", "does not verify")]
    public async Task A_row_that_was_forged_by_hand_is_a_dead_letter(string headers, string body, string reason)
    {
        await _app.Services.GetRequiredService<IQueueControl>().PauseAsync("ballots");
        await PostAsync("/ballots/1", "alice voter", wait: false);
        await using (var forge = _app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            $"insert into ermine.ballots_ready (segment, version, headers, payload, enqueued_at) select segment, version, {headers}::jsonb, convert_to({body}, 'UTF8'), enqueued_at from ermine.ballots_ready"))
        {
            Assert.Equal(1, await forge.ExecuteNonQueryAsync());
        }

        await _app.Services.GetRequiredService<IQueueControl>().ResumeAsync("ballots");
        await _app.IdleAsync();

        Assert.Contains(reason, Assert.Single(await _app.Http.DeadLettersAsync("ballots")).Reason);
        Assert.Equal(["alice: ballot 1"], Deeds);
    }

    [Fact]
    public async Task In_production_the_app_does_not_start_without_a_key()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () => await TestApp.StartAsync<Elections>(options => options.Set("environment", "Production")));

        Assert.Contains("Ermine:Identity:Key", refused.ToString());
    }

    private async Task PostAsync(string path, string? user, bool wait = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (user is not null) request.Headers.Add("X-User", user);
        using var answer = await _app.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        if (wait) await _app.IdleAsync();
    }
}
