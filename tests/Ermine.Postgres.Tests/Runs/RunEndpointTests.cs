using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Ermine.Postgres.Tests.Runs;

/// <summary>Runs over HTTP: asked for, looked at, cancelled and made again by whoever may call their function.</summary>
public sealed class RunEndpointTests(OnDemandApp app) : IClassFixture<OnDemandApp>
{
    private readonly HttpClient _client = app.Client;

    [Fact]
    public async Task A_call_that_prefers_not_to_wait_is_answered_with_the_place_of_its_run()
    {
        var accepted = await AskAsync("math.double", """{"number":21}""");

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal("respond-async", accepted.Headers.GetValues("Preference-Applied").Single());
        var run = await EndAsync(accepted.Headers.Location!);
        Assert.Equal(("Done", 42, "math.double"), (run.GetProperty("state").GetString(), run.GetProperty("result").GetInt32(), run.GetProperty("function").GetString()));
        Assert.Equal("42", await _client.GetStringAsync($"{accepted.Headers.Location}/result"));
    }

    [Fact]
    public async Task A_call_that_states_no_preference_is_answered_with_its_result()
    {
        var answer = await _client.PostAsync("/_ermine/functions/math.double", Json("""{"number":21}"""));

        Assert.Equal("42", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_second_call_with_an_idempotency_key_is_told_the_first_ones_run()
    {
        var first = await AskAsync("math.double", """{"number":1}""", key: "k");
        var second = await AskAsync("math.double", """{"number":2}""", key: "k");

        Assert.Equal(first.Headers.Location, second.Headers.Location);
    }

    [Fact]
    public async Task A_run_that_waits_is_cancelled_once()
    {
        var place = (await AskAsync("math.paused", "{}")).Headers.Location!;
        await _client.PostAsync($"{place}/cancel", null); // it may have been running

        var again = await _client.PostAsync($"{place}/cancel", null);

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("Cancelled", (await EndAsync(place)).GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await _client.GetAsync($"{place}/result")).StatusCode);
    }

    [Fact]
    public async Task A_run_is_made_again_under_another_id()
    {
        var first = (await AskAsync("math.double", """{"number":4}""")).Headers.Location!;
        await EndAsync(first);

        var again = await _client.PostAsync($"{first}/rerun", null);

        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.NotEqual(first, again.Headers.Location);
        Assert.Equal(8, (await EndAsync(again.Headers.Location!)).GetProperty("result").GetInt32());
    }

    [Fact]
    public async Task Runs_are_listed_by_function_and_state()
    {
        await EndAsync((await AskAsync("math.listed", """{"number":4}""")).Headers.Location!);

        var done = await _client.GetFromJsonAsync<JsonElement>("/_ermine/runs?function=math.listed&state=done&limit=5");
        var failed = await _client.GetFromJsonAsync<JsonElement>("/_ermine/runs?function=math.listed&state=failed");

        Assert.Equal((1, 0), (done.GetArrayLength(), failed.GetArrayLength()));
    }

    [Theory]
    [InlineData("/_ermine/runs", 400), InlineData("/_ermine/runs?function=math.nothing", 400), InlineData("/_ermine/runs?function=math.listed&state=odd", 400)]
    [InlineData("/_ermine/runs?function=math.listed&limit=0", 400), InlineData("/_ermine/runs/00000000-0000-0000-0000-000000000000", 404)]
    public async Task What_cannot_be_answered_says_so(string address, int status) => Assert.Equal(status, (int)(await _client.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Arguments_that_are_no_object_are_the_callers_mistake() => Assert.Equal(HttpStatusCode.BadRequest, (await AskAsync("math.double", "[1]")).StatusCode);

    [Fact]
    public async Task Arguments_with_a_zero_character_are_the_callers_mistake() =>
        Assert.Contains("/number", await (await AskAsync("math.double", """{"number":"\u0000"}""")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_run_is_seen_and_cancelled_only_by_whom_its_function_admits()
    {
        var asked = await AskAsync("math.secret", "{}", user: "ann");
        var place = asked.Headers.Location!;

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync("math.secret", "{}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.GetAsync(place)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.PostAsync($"{place}/cancel", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _client.GetAsync("/_ermine/runs?function=math.secret")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, place.ToString(), user: "ann")).StatusCode);
    }

    [Fact]
    public async Task In_production_runs_of_a_function_that_says_nothing_are_closed()
    {
        await using var production = await RunApp.StartAsync("Production", OnDemandApp.Declare);

        Assert.Equal(HttpStatusCode.NotFound, (await production.Client.GetAsync("/_ermine/runs?function=math.double")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await production.Client.GetAsync("/_ermine/runs?function=math.open")).StatusCode);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private Task<HttpResponseMessage> AskAsync(string function, string arguments, string? key = null, string? user = null) =>
        SendAsync(HttpMethod.Post, $"/_ermine/functions/{function}", Json(arguments), key, user, prefer: "respond-async");

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content = null, string? key = null, string? user = null, string? prefer = null)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (user is not null) request.Headers.Add("user", user);
        return await _client.SendAsync(request);
    }

    // Asks until the run has ended.
    private async Task<JsonElement> EndAsync(Uri place)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var run = await _client.GetFromJsonAsync<JsonElement>(place, patience.Token);
            if (run.TryGetProperty("endedAt", out _)) return run;
        }
    }
}
