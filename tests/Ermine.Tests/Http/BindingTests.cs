using System.Diagnostics.CodeAnalysis;
using System.Net;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

/// <summary>Lists, cookies, and types that read themselves, bound as the generator emits it.</summary>
public sealed class BindingTests
{
    [Fact]
    public async Task All_values_of_one_name_make_a_list()
    {
        await using var app = await AnswerAsync(http => $"{Said(http.QueryTextList("tag"))} {Said(http.QueryList<int>("id"))} {Said(http.QueryEnumList<DayOfWeek>("day"))} {Said(http.QueryList<Half>("at", tryParse: Half.TryParse))}");

        Assert.Equal("a,ü b,c 1,2 Monday,Friday 3,4", await app.Client.GetStringAsync("/?tag=a&id=1&tag=%C3%BC+b&day=monday&ID=2&tag=c&day=Friday&at=6&at=8"));
        Assert.Equal("   ", await app.Client.GetStringAsync("/"));
    }

    [Fact]
    public async Task Each_item_that_cannot_be_read_is_told()
    {
        await using var app = await AnswerAsync(http => $"{Said(http.QueryList<int>("id"))}");

        var problem = await Problem.OfAsync(await app.Client.GetAsync("/?id=1&id=x&id=&id=2"), HttpStatusCode.BadRequest);

        Assert.Equal(2, problem.Errors!["id"].Length);
    }

    [Fact]
    public async Task A_header_may_have_its_items_in_one_line_or_in_several()
    {
        await using var app = await AnswerAsync(http => $"{Said(http.HeaderList<int>("X-Id"))} {Said(http.HeaderTextList("X-Tag"))}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("X-Id", ["1, 2", "3"]);

        Assert.Equal("1,2,3 ", await (await app.Client.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cookies_are_bound()
    {
        await using var app = await AnswerAsync(http => $"{http.CookieText("session")} {http.Cookie<int>("visits")} {http.CookieEnum<DayOfWeek>("day")} {http.HasCookie("none")}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Cookie", "session=a%20b; visits=3; day=Monday");

        Assert.Equal("a b 3 Monday False", await (await app.Client.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_type_reads_itself_with_or_without_a_culture()
    {
        await using var app = await AnswerAsync(http => $"{http.Query<Half>("a", tryParse: Half.TryParse)} {http.Query<Half>("b", tryParseIn: Half.TryParse)}");

        Assert.Equal("2 4", await app.Client.GetStringAsync("/?a=4&b=8"));
    }

    [Fact]
    public async Task A_type_that_cannot_read_itself_is_named_once_as_missing_or_unreadable()
    {
        await using var app = await AnswerAsync(http => $"{http.Query<Half>("a", tryParse: Half.TryParse)} {http.Query<Half>("b", tryParseIn: Half.TryParse)}");

        var problem = await Problem.OfAsync(await app.Client.GetAsync("/?b=three"), HttpStatusCode.BadRequest);

        Assert.Equal(["The query value 'a' is missing."], problem.Errors!["a"]);
        Assert.Equal(["The query value 'b' cannot be read."], problem.Errors["b"]);
    }

    [Fact]
    public async Task What_binds_itself_to_nothing_is_missing()
    {
        await using var app = await AnswerAsync(http => http.Bound<string>("page", null) ?? "");

        var problem = await Problem.OfAsync(await app.Client.GetAsync("/"), HttpStatusCode.BadRequest);

        Assert.Equal(("page", "The value 'page' is missing or cannot be read."), problem.OnlyError);
    }

    private static string Said<T>(IEnumerable<T> values) => string.Join(",", values);

    private static Task<HttpApp> AnswerAsync(Func<HttpInvocation, string> answer) => HttpApp.StartAsync("GET /", (invocation, _) =>
    {
        var http = (HttpInvocation)invocation;
        var text = answer(http);
        if (http.IsBad) return new(http.BadRequest());
        http.RespondText(text);
        return new(Outcome.Completed);
    });

    private sealed record Half(int Value)
    {
        public static bool TryParse(string text, [NotNullWhen(true)] out Half? half) => TryParse(text, null, out half);

        public static bool TryParse(string? text, IFormatProvider? provider, [NotNullWhen(true)] out Half? half)
        {
            half = int.TryParse(text, provider, out var value) ? new Half(value / 2) : null;
            return half is not null;
        }

        public override string ToString() => $"{Value}";
    }
}
