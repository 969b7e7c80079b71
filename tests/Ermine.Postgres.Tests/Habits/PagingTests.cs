using System.Net;
using System.Text.Json;
using Ermine.Postgres.Paging;

namespace Ermine.Postgres.Tests.Habits;

/// <summary>Functions with [Paged] over documents, some of which have the same sort value.</summary>
public sealed class PagingTests(PagedApp products) : IClassFixture<PagedApp>
{
    [Theory]
    [InlineData("/by-name")]
    [InlineData("/by-price")]
    [InlineData("/by-time")]
    public async Task All_pages_together_are_the_list_and_nothing_is_there_twice(string path)
    {
        var pages = await WalkAsync($"{path}?size=5", "next");

        Assert.Equal([5, 5, 5, 5, 3], pages.Select(p => p.Count));
        Assert.Equal((await WalkAsync($"{path}?size=50", "next")).Single(), pages.SelectMany(p => p));
        Assert.Equal(23, pages.SelectMany(p => p).Distinct().Count());
    }

    [Fact]
    public async Task A_time_in_a_cursor_is_what_the_database_makes_of_it()
    {
        var random = new Random(7);
        var second = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var times = Enumerable.Range(0, 20_000).Select(i => second.AddTicks(i % 2 == 0 ? random.Next(1_000_000) * 10L + 5 : random.Next(10_000_000))).ToArray(); // every other one is halfway

        await using var command = products.Database.Source.CreateCommand("select t.text::timestamptz from unnest(@texts) with ordinality as t(text, n) order by t.n");
        command.Parameters.AddWithValue("texts", times.Select(t => JsonSerializer.Serialize(t).Trim('"')).ToArray());
        var stored = new List<DateTime>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync()) stored.Add(rows.GetDateTime(0));

        var key = SortKey<Product, DateTimeOffset>.Of(p => p.At);
        Assert.Equal(stored.Select(t => t.ToString("O")), times.Select(t => key.Text(new Product { At = t })));
    }

    [Fact]
    public async Task The_way_back_shows_the_same_pages()
    {
        var forth = await WalkAsync("/by-name?size=5", "next");
        var last = await LastAsync("/by-name?size=5");

        var back = await WalkAsync(last, "prev");

        Assert.Equal(forth.SelectMany(p => p), back.AsEnumerable().Reverse().SelectMany(p => p));
    }

    [Fact]
    public async Task What_is_inserted_meanwhile_moves_nothing()
    {
        var first = await PageAsync("/by-name?size=10");
        var late = new Product { Id = Guid.NewGuid(), Name = "a-before-all" };
        await products.StoreAsync(late);

        var rest = await WalkAsync(first.Links["next"], "next");
        await products.RemoveAsync(late);

        Assert.Equal(23, first.Items.Concat(rest.SelectMany(p => p)).Distinct().Count());
    }

    [Fact]
    public async Task Addresses_are_absolute_paths_that_keep_the_rest_of_the_query()
    {
        var first = await PageAsync("/by-name?size=5&colour=dark%20red");
        var second = await PageAsync(first.Links["next"]);

        Assert.StartsWith("/by-name?size=5&colour=dark%20red&cursor=", first.Links["next"], StringComparison.Ordinal);
        Assert.Equal(["next"], first.Links.Keys);
        Assert.Equal(["first", "next", "prev"], second.Links.Keys.Order());
        Assert.Equal("/by-name?size=5&colour=dark%20red", second.Links["first"]);
    }

    [Theory]
    [InlineData("size=0"), InlineData("size=51"), InlineData("size=-1"), InlineData("size=x"), InlineData("size="), InlineData("size=5&size=6")]
    public async Task A_size_out_of_range_is_the_callers_mistake(string query)
    {
        var answer = await products.App.Client.GetAsync($"/by-name?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"size\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_function_or_sort_is_the_callers_mistake()
    {
        var cursor = new Uri(products.App.Client.BaseAddress!, (await PageAsync("/by-name?size=5")).Links["next"]).Query;

        await RefusedAsync($"/by-price{cursor}");
        await RefusedAsync($"/by-name{cursor}&descending=true");
    }

    [Fact]
    public async Task A_cursor_with_any_one_character_changed_is_the_callers_mistake()
    {
        var next = (await PageAsync("/by-name?size=5")).Links["next"];
        var begin = next.IndexOf("cursor=", StringComparison.Ordinal) + "cursor=".Length;

        for (var i = begin; i < next.Length - 1; i++) await RefusedAsync($"{next[..i]}{(next[i] == 'A' ? 'B' : 'A')}{next[(i + 1)..]}");
        foreach (var other in new[] { "", "x", "%00", "!!!!", new string('A', 3_000) }) await RefusedAsync(next[..begin] + other);
    }

    private async Task RefusedAsync(string address)
    {
        var answer = await products.App.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.True(problem.RootElement.GetProperty("errors").TryGetProperty("cursor", out _));
    }

    private async Task<(List<string> Items, Dictionary<string, string> Links)> PageAsync(string address)
    {
        var answer = (await products.App.Client.GetAsync(address)).EnsureSuccessStatusCode();
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var links = answer.Headers.TryGetValues("Link", out var values)
            ? string.Join(", ", values).Split(", ").ToDictionary(l => l.Split("rel=\"")[1].TrimEnd('"'), l => l[1..l.IndexOf('>', StringComparison.Ordinal)])
            : [];
        Assert.Equal(links.ContainsKey("next"), body.RootElement.GetProperty("next").ValueKind == JsonValueKind.String);
        return ([.. body.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)], links);
    }

    private async Task<List<List<string>>> WalkAsync(string address, string relation)
    {
        var pages = new List<List<string>>();
        for (string? next = address; next is not null && pages.Count < 30;)
        {
            var (items, links) = await PageAsync(next);
            pages.Add(items);
            next = links.GetValueOrDefault(relation);
        }

        return pages;
    }

    private async Task<string> LastAsync(string address)
    {
        while ((await PageAsync(address)).Links.TryGetValue("next", out var next)) address = next;
        return address;
    }
}
