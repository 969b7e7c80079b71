using System.Net;
using System.Text.Json;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>Functions with [ETag] over documents of either kind of version.</summary>
public sealed class ETagTests(VersionedApp documents) : IClassFixture<VersionedApp>, IAsyncLifetime
{
    public Task InitializeAsync() => documents.BeginAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("products")]
    [InlineData("ledgers")]
    public async Task What_has_not_changed_since_it_was_read_is_not_sent_again(string kind)
    {
        var tag = await TagAsync(kind);

        var strong = await documents.App.SendAsync("GET", $"/{kind}", null, ("If-None-Match", tag));
        var weak = await documents.App.SendAsync("GET", $"/{kind}", null, ("If-None-Match", $"\"x\", W/{tag}"));
        var star = await documents.App.SendAsync("GET", $"/{kind}", null, ("If-None-Match", "*"));
        var other = await documents.App.SendAsync("GET", $"/{kind}", null, ("If-None-Match", "\"x\""));

        Assert.Equal([304, 304, 304, 200], new[] { strong, weak, star, other }.Select(r => (int)r.StatusCode));
        Assert.Equal(("", tag), (await strong.Content.ReadAsStringAsync(), strong.Headers.ETag!.ToString()));
    }

    [Theory]
    [InlineData("products")]
    [InlineData("ledgers")]
    public async Task Who_knows_the_version_may_write_and_is_told_the_next(string kind)
    {
        var before = await TagAsync(kind);

        var written = await PutAsync(kind, before);
        var stale = await PutAsync(kind, before);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (written.StatusCode, stale.StatusCode));
        Assert.NotEqual(before, written.Headers.ETag!.ToString());
        Assert.Equal(await TagAsync(kind), written.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task The_answer_to_a_write_carries_the_version_that_it_made()
    {
        var written = await PutAsync("ledgers", await TagAsync("ledgers"));

        using var body = JsonDocument.Parse(await written.Content.ReadAsStringAsync());
        Assert.Equal(written.Headers.ETag!.Tag, $"\"{body.RootElement.GetProperty("version").GetInt32()}\"");
    }

    [Theory]
    [InlineData("*", 200)]
    [InlineData("\"x\", {0}", 200)]
    [InlineData("W/{0}", 412)]
    [InlineData("\"x\"", 412)]
    [InlineData("nonsense", 400)]
    [InlineData("\"x\", nonsense", 400)]
    public async Task Tags_are_compared_as_the_standard_has_it(string condition, int status)
    {
        var tag = await TagAsync("products");

        Assert.Equal(status, (int)(await PutAsync("products", condition.Replace("{0}", tag, StringComparison.Ordinal))).StatusCode);
        Assert.Equal(status == 200, await TagAsync("products") != tag);
    }

    [Fact]
    public async Task Where_a_condition_is_required_a_write_without_one_is_refused()
    {
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await documents.App.SendAsync("PUT", "/products")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await documents.App.SendAsync("PUT", "/ledgers")).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_still_404_whatever_the_condition() =>
        Assert.Equal(HttpStatusCode.NotFound, (await documents.App.SendAsync("PUT", "/nothing", null, ("If-Match", "\"x\""))).StatusCode);

    [Theory]
    [InlineData("PUT", "products")]
    [InlineData("PUT", "ledgers")]
    [InlineData("DELETE", "products")]
    public async Task Of_those_who_write_at_once_with_one_version_exactly_one_wins(string method, string kind)
    {
        var tag = await TagAsync(kind);
        documents.Together = 8; // all have loaded the document, and passed what can be compared before the commit, when the first commits

        var answers = await Task.WhenAll(Enumerable.Range(0, documents.Together).Select(_ => documents.App.SendAsync(method, $"/{kind}", null, ("If-Match", tag))));

        Assert.Equal(1, answers.Count(a => a.IsSuccessStatusCode));
        Assert.Equal(7, answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("made")]
    [InlineData("made-unread")]
    public async Task Of_those_who_make_it_at_once_exactly_one_does(string path)
    {
        documents.Together = 8;

        var answers = await Task.WhenAll(Enumerable.Range(0, documents.Together).Select(_ => documents.App.SendAsync("PUT", $"/{path}", null, ("If-None-Match", "*"))));
        var late = await documents.App.SendAsync("PUT", $"/{path}", null, ("If-None-Match", "*"));

        Assert.Equal((1, 7), (answers.Count(a => a.IsSuccessStatusCode), answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed)));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
    }

    private async Task<string> TagAsync(string kind) => (await documents.App.SendAsync("GET", $"/{kind}")).Headers.ETag!.ToString();

    private Task<HttpResponseMessage> PutAsync(string kind, string condition) => documents.App.SendAsync("PUT", $"/{kind}", null, ("If-Match", condition));
}
