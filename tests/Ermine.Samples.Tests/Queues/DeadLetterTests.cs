using System.Net;
using System.Net.Http.Json;
using Ermine.Queues;
using Ermine.Queues.Toy;
using Ermine.Testing;

namespace Ermine.Samples.Tests.Queues;

public sealed class DeadLetterTests : IAsyncLifetime
{
    private const string Letters = "/errands/dead-letters";

    private TestApp _app = null!;

    private HttpClient Http => _app.Http;

    public async Task InitializeAsync()
    {
        _app = await TestApp.StartAsync<Chores>();
        await _app.Queue<Errand>().SendManyAsync([new Errand("format"), new Errand("format"), new Errand("format")]);
        await _app.IdleAsync();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Letters_of_one_kind_are_a_group()
    {
        var group = Assert.Single((await Http.GetFromJsonAsync<DeadLetterGroup[]>($"{Operator.Queues}{Letters}/groups"))!);

        var ofThat = await Http.GetFromJsonAsync<DeadLetter[]>($"{Operator.Queues}{Letters}?fingerprint={group.Fingerprint}");
        var ofAnother = await Http.GetFromJsonAsync<DeadLetter[]>($"{Operator.Queues}{Letters}?fingerprint=other");

        Assert.Equal((3, "chores.run", typeof(FormatException).FullName), (group.Count, group.Function, group.Exception));
        Assert.Equal((3, 0), (ofThat!.Length, ofAnother!.Length));
    }

    [Fact]
    public async Task Letters_are_listed_page_by_page_without_their_bodies()
    {
        var first = (await Http.GetFromJsonAsync<DeadLetter[]>($"{Operator.Queues}{Letters}?limit=2"))!;
        var second = (await Http.GetFromJsonAsync<DeadLetter[]>($"{Operator.Queues}{Letters}?limit=2&after={first[^1].Id}"))!;

        Assert.Equal((2, 1), (first.Length, second.Length));
        Assert.Equal(3, first.Concat(second).Select(letter => letter.Id).Distinct().Count());
        Assert.All(first, letter => Assert.Equal((null, null), (letter.Payload, letter.Detail)));
    }

    [Fact]
    public async Task One_letter_shows_its_body_and_its_exception()
    {
        var id = (await Http.DeadLettersAsync("errands"))[0].Id;

        var letter = (await Http.GetFromJsonAsync<DeadLetter>($"{Operator.Queues}{Letters}/{id}"))!;

        Assert.Contains("format", letter.Payload);
        Assert.Contains("It is not written so.", letter.Detail);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), await Http.AskAsync("GET", $"{Letters}/{id + 100}"));
    }

    [Fact]
    public async Task A_letter_is_edited_only_to_what_is_JSON()
    {
        var id = (await Http.DeadLettersAsync("errands"))[0].Id;

        var noJson = await Http.AskAsync("PUT", $"{Letters}/{id}", "{ failure: ");
        var empty = await Http.AskAsync("PUT", $"{Letters}/{id}", "");
        var none = await Http.AskAsync("PUT", $"{Letters}/{id + 100}", "{}");
        var edited = await Http.AskAsync("PUT", $"{Letters}/{id}", """{"failure":"broken"}""");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), noJson);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), empty);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), none);
        Assert.Equal(HttpStatusCode.NoContent, edited.Status);
        Assert.Contains("broken", (await Http.GetFromJsonAsync<DeadLetter>($"{Operator.Queues}{Letters}/{id}"))!.Payload);
    }

    [Fact]
    public async Task Letters_are_sent_again_at_a_rate()
    {
        var redriven = await Http.CountAsync("POST", $"{Letters}/redrive?rate=1/m");
        await _app.IdleAsync();
        var atOnce = _app.Runs().Count;
        await _app.Clock.AdvanceAsync(TimeSpan.FromSeconds(61));
        await _app.IdleAsync();
        var afterAMinute = _app.Runs().Count;

        Assert.Equal((3, 4, 5), (redriven, atOnce, afterAMinute));
    }

    [Fact]
    public async Task Letters_are_discarded_by_number_or_all()
    {
        var id = (await Http.DeadLettersAsync("errands"))[1].Id;

        var one = await Http.CountAsync("DELETE", $"{Letters}?id={id}&confirm=errands");
        var left = await Http.DeadLettersAsync("errands");
        var rest = await Http.CountAsync("DELETE", $"{Letters}?confirm=errands");

        Assert.Equal((1, 2), (one, rest));
        Assert.DoesNotContain(left, letter => letter.Id == id);
        Assert.Empty(await Http.DeadLettersAsync("errands"));
    }
}
