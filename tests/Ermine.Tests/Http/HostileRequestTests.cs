using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Serialization;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ermine.Tests.Http;

/// <summary>Requests that mean harm: refused with 4xx, in bounded time and memory, and never with 500.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private HttpApp _app = null!;
    private int _calls;

    public async Task InitializeAsync() => _app = await HttpApp.StartAsync(catalog =>
    {
        catalog.Add("test.post", new FunctionAttribute(), new RestAttribute("POST /orders"), null, InputShape.Http, PostAsync);
        catalog.Add("test.get", new FunctionAttribute(), new RestAttribute("GET /orders/{**path}"), null, InputShape.Http, Get);
    });

    public static TheoryData<string> Names => [.. Bodies.Keys]; // a test is known by its arguments, and half a megabyte would be a long name

    private static Dictionary<string, byte[]> Bodies { get; } = new()
    {
        ["objects in objects"] = Utf8($$"""{"article":"a","next":{{Repeat("""{"article":"a","next":""", 20_000)}}"""),
        ["lists in lists"] = Utf8(Repeat("[", 500_000)),
        ["lists in a member that nothing knows"] = Utf8($$"""{"article":"a","unknown":{{Repeat("[", 500_000)}}"""),
        ["one member twice"] = Utf8("""{"article":"a","article":"b","count":1}"""),
        ["one member twice, in another case"] = Utf8("""{"article":"a","ARTICLE":"b","count":1}"""),
        ["a number beyond its range"] = Utf8("""{"article":"a","count":99999999999999999999999999999}"""),
        ["a number with an enormous exponent"] = Utf8("""{"article":"a","count":1e1000000000}"""),
        ["a number of a hundred thousand digits"] = Utf8($$"""{"article":"a","count":{{Repeat("9", 100_000)}}}"""),
        ["bytes that are no UTF-8"] = [.. "{\"article\":\""u8, 0xC3, 0x28, 0xFF, .. "\",\"count\":1}"u8],
        ["bytes that are no UTF-8 in a name"] = [.. "{\"article\":\"a\",\"count\":1,\""u8, 0xFF, .. "\":1}"u8],
        ["half a surrogate"] = Utf8("""{"article":"\udc00","count":1}"""),
        ["a byte order mark of UTF-16"] = [0xFF, 0xFE, .. "{}"u8],
        ["NUL before the value"] = [0, .. "{\"article\":\"a\",\"count\":1}"u8],
        ["comments"] = Utf8("""{/* */"article":"a","count":1}"""),
        ["a comma too many"] = Utf8("""{"article":"a","count":1,}"""),
        ["a second value"] = Utf8("""{"article":"a","count":1}{"article":"b","count":1}"""),
        ["not a number"] = Utf8("""{"article":"a","count":NaN}"""),
        ["a type of its own choice"] = Utf8("""{"$type":"System.Diagnostics.Process","article":null}"""),
        ["more members than the type has"] = Utf8($$"""{{{string.Concat(Enumerable.Range(0, 50_000).Select(i => $"\"m{i}\":1,"))}}"article":1}"""),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_body_is_refused_at_once(string what)
    {
        var watch = Stopwatch.StartNew();
        using var content = new ByteArrayContent(Bodies[what]) { Headers = { ContentType = new("application/json") } };

        await Problem.OfAsync(await _app.Client.PostAsync("/orders", content), HttpStatusCode.BadRequest);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{what} took {watch.Elapsed}");
        Assert.Equal((0, 0), (_calls, _app.Log.Count(101)));
    }

    [Fact]
    public async Task A_hostile_body_that_comes_in_pieces_is_refused_alike()
    {
        foreach (var body in Bodies.Values)
        {
            using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/orders") { Content = content, Headers = { TransferEncodingChunked = true } };

            await Problem.OfAsync(await _app.Client.SendAsync(request), HttpStatusCode.BadRequest);
        }

        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task What_the_type_has_not_is_never_bound()
    {
        var answer = await PostAsync("""{"article":"a","count":1,"isAdmin":true,"hidden":"x","readOnly":7,"__proto__":{"isAdmin":true}}""");

        Assert.Equal("a 1 hidden= readOnly=0", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_type_that_refuses_what_it_has_not_says_so_by_name()
    {
        await using var app = await HttpApp.StartAsync("POST /", async (invocation, ct) =>
        {
            var http = (HttpInvocation)invocation;
            await http.BodyAsync<Strict>(ct);
            return http.IsBad ? http.BadRequest() : Outcome.Completed;
        });

        var problem = await Problem.OfAsync(await app.Client.PostAsync("/", new StringContent("""{"name":"a","isAdmin":true}""", Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest);

        Assert.Equal("/isAdmin", problem.OnlyError.Field);
    }

    [Theory]
    [InlineData("/orders/a?to=%0d%0aX-Evil:%201", "to")]
    [InlineData("/orders/a?to=a%0aSet-Cookie:%20b=c", "to")]
    [InlineData("/orders/a?to=%00", "to")]
    [InlineData("/orders/a%0d%0aX-Evil:%201?to=b", "path")]
    public async Task A_value_with_which_headers_could_be_written_is_refused(string address, string field)
    {
        var problem = await Problem.OfAsync(await _app.Client.GetAsync(address), HttpStatusCode.BadRequest);

        Assert.Equal(field, problem.OnlyError.Field);
        Assert.Contains("control characters", problem.OnlyError.Message);
    }

    [Theory]
    [InlineData("""{"article":"a\r\nX-Evil: 1","count":1}""", "a%0D%0AX-Evil: 1")]
    [InlineData("""{"article":"X-Evil für 5 €","count":1}""", "X-Evil f%C3%BCr 5 %E2%82%AC")]
    public async Task What_no_header_can_have_is_encoded_in_that_of_a_result(string body, string location)
    {
        var answer = await PostAsync(body);

        Assert.Equal((HttpStatusCode.Created, location), (answer.StatusCode, answer.Headers.NonValidated["Location"].ToString()));
        Assert.Equal((false, 0), (answer.Headers.Contains("X-Evil"), _app.Log.Count(101)));
    }

    [Fact]
    public async Task A_header_that_a_function_sets_and_no_answer_can_have_commits_nothing()
    {
        await using var app = await HttpApp.StartAsync("POST /", static (invocation, _) =>
        {
            invocation.Commit.Send(new OutgoingMessage("votes", default));
            ((HttpInvocation)invocation).Input.Response.Headers["X-Name"] = "a\r\nX-Evil: 1";
            return new(Outcome.Completed);
        });

        var answer = await app.Client.PostAsync("/", null);

        await Problem.OfAsync(answer, HttpStatusCode.InternalServerError);
        Assert.Equal((false, 0), (answer.Headers.Contains("X-Evil"), app.Commits.Committed.Count));
    }

    [Theory]
    [InlineData("/orders/..%2f..%2fetc%2fpasswd", "..%2f..%2fetc%2fpasswd")]
    [InlineData("/orders/a/../../etc/passwd", null)]
    [InlineData("/orders/%2e%2e/%2e%2e/etc/passwd", null)]
    [InlineData("/orders/a/%2e%2e/b", "b")]
    public async Task A_path_leads_nowhere_else(string path, string? bound)
    {
        var answer = await ExchangeAsync($"GET {path}?to=x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        if (bound is null) Assert.StartsWith("HTTP/1.1 404", answer);
        else Assert.Contains($"path={bound};", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("GET /orders/%00?to=x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /orders/a?to=x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-A: b\0c\r\n\r\n")]
    [InlineData("POST /orders HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task What_is_no_HTTP_is_refused_by_the_server(string request) => Assert.StartsWith("HTTP/1.1 400", await ExchangeAsync(request));

    [Fact]
    public async Task A_body_that_ends_too_early_leaves_the_function_alone()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, _app.Address.Port);
            var stream = client.GetStream();
            await stream.WriteAsync("POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"article\":\"a\",\"count\":1}"u8.ToArray());
            client.Client.Shutdown(SocketShutdown.Send);
            await AnswerAsync(stream);
        }

        Assert.Equal((0, 0), (_calls, _app.Log.Count(101)));
    }

    [Fact]
    public async Task A_body_that_comes_too_slowly_is_given_up()
    {
        await using var impatient = await HttpApp.StartAsync( // an app of its own: other bodies are slow as well, where the machine is busy
            catalog => catalog.Add("test.post", new FunctionAttribute(), new RestAttribute("POST /orders"), null, InputShape.Http, PostAsync),
            builder => builder.WebHost.ConfigureKestrel(k => k.Limits.MinRequestBodyDataRate = new MinDataRate(1000, TimeSpan.FromSeconds(1.5))));

        var answer = await ExchangeAsync("POST /orders HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"article\"", impatient);

        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Contains("application/problem+json", answer);
        Assert.Equal(0, _calls);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private async ValueTask<Outcome> PostAsync(Invocation invocation, CancellationToken ct)
    {
        var http = (HttpInvocation)invocation;
        var order = await http.BodyAsync<Order>(ct);
        if (http.IsBad) return http.BadRequest();

        _calls++;
        http.Respond(order!.Article.Contains("X-Evil", StringComparison.Ordinal) ? TypedResults.Created(order.Article) : TypedResults.Text($"{order.Article} {order.Count} hidden={order.Hidden} readOnly={order.ReadOnly}"));
        return Outcome.Completed;
    }

    private static ValueTask<Outcome> Get(Invocation invocation, CancellationToken ct)
    {
        var http = (HttpInvocation)invocation;
        var path = http.RouteText("path");
        var to = http.QueryText("to");
        if (http.IsBad) return new(http.BadRequest());
        http.Input.Response.Headers.Location = to;
        http.RespondText($"path={path};");
        return new(Outcome.Completed);
    }

    private Task<HttpResponseMessage> PostAsync(string json) => _app.Client.PostAsync("/orders", new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<string> ExchangeAsync(string request, HttpApp? app = null)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, (app ?? _app).Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        return await AnswerAsync(client.GetStream());
    }

    // A server that refuses what it has not read to its end may reset the connection after its answer, or instead of one.
    private static async Task<string> AnswerAsync(NetworkStream stream)
    {
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException e) when (e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
        }

        return Encoding.ASCII.GetString(answer.ToArray());
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed record Order(string Article, int Count, Order? Next = null)
    {
        [JsonIgnore] public string? Hidden { get; set; }

        public int ReadOnly { get; }
    }

    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    private sealed record Strict(string Name);
}
