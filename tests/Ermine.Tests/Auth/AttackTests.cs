using System.Net;

namespace Ermine.Tests.Auth;

/// <summary>Every row of <see cref="Attacks"/> is refused, and each can fail: what ASP.NET Core's handler makes of the same token is stated with the row
/// and tested beside it.</summary>
public sealed class AttackTests(Attacked attacked) : IClassFixture<Attacked>
{
    private const int Refused = 500; // the id of the log line

    public static TheoryData<string> Names => [.. Attacks.All.Select(a => a.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attack_is_refused_with_401_and_one_log_line_that_names_the_cause_without_the_token(string name)
    {
        var attack = Attacks.All.Single(a => a.Name == name);
        var token = attack.Token(attacked);
        await WarmAsync();
        var before = attacked.App.Log.Lines.Count;

        using var first = await attacked.AskAsync(token);
        var lines = attacked.App.Log.Lines.Skip(before).ToArray();
        using var again = await attacked.AskAsync(token);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (first.StatusCode, again.StatusCode));
        Assert.Equal("Bearer", Assert.Single(first.Headers.WwwAuthenticate).Scheme);
        Assert.Contains(attack.Cause, Assert.Single(lines, l => l.Id == Refused).Text, StringComparison.Ordinal);
        Assert.All(Secrets(token), secret => Assert.DoesNotContain(lines, l => l.Text.Contains(secret, StringComparison.Ordinal)));
        Assert.False(attacked.IsListenerCalled);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_stock_handler_makes_of_an_attack_is_what_its_row_says(string name)
    {
        var attack = Attacks.All.Single(a => a.Name == name);

        Assert.Equal(attack.IsTakenByStock, await attacked.IsTakenByStockAsync(attack.Token(attacked)));
    }

    [Fact]
    public async Task A_good_token_is_taken_by_both()
    {
        var token = attacked.Good.Token();

        using var ours = await attacked.AskAsync(token);

        Assert.Equal((HttpStatusCode.NoContent, true), (ours.StatusCode, await attacked.IsTakenByStockAsync(token)));
    }

    [Fact]
    public async Task A_token_whose_last_character_is_spelled_otherwise_is_refused_while_the_right_one_is_kept_in_mind()
    {
        var token = attacked.Good.Token();
        using var right = await attacked.AskAsync(token);

        using var respelled = await attacked.AskAsync(Attacks.Respelled(token));
        using var rightAgain = await attacked.AskAsync(token);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized, HttpStatusCode.NoContent), (right.StatusCode, respelled.StatusCode, rightAgain.StatusCode));
    }

    [Fact]
    public async Task A_token_in_the_query_string_is_not_looked_at()
    {
        using var response = await attacked.App.Client.GetAsync(new Uri($"/?access_token={attacked.Good.Token()}&token={attacked.Good.Token()}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    // The second request finds the token in the cache.
    private async Task WarmAsync()
    {
        var good = attacked.Good.Token();
        for (var i = 0; i < 2; i++)
        {
            using var response = await attacked.AskAsync(good);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }
    }

    // Payload and signature; the header may be the same as that of a public example.
    private static IEnumerable<string> Secrets(string token) => token.Split('.').Skip(1).Where(s => s.Length > 8);
}
