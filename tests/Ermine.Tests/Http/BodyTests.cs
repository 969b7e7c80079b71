using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Ermine.Http;
using Ermine.Kernel;
using Ermine.Tests.Doubles;

namespace Ermine.Tests.Http;

public sealed class BodyTests : IAsyncLifetime
{
    private HttpApp _app = null!;

    public async Task InitializeAsync() => _app = await HttpApp.StartAsync("POST /", async (invocation, ct) =>
    {
        var http = (HttpInvocation)invocation;
        invocation.Commit.Send(new OutgoingMessage("votes", default));
        var body = await http.BodyAsync<NewPoll>(ct);
        if (http.IsBad) return http.BadRequest();
        http.RespondText($"{body!.Question} {body.Options.Length} {body.Days} {body.Note}");
        return Outcome.Completed;
    }, maxBodyBytes: 10_000);

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("application/vnd.poll+json")]
    public async Task A_body_of_JSON_is_read(string contentType)
    {
        var response = await PostAsync("""{"question":"Tea?","options":["yes","no"],"days":3}""", contentType);

        Assert.Equal("Tea? 2 3 ", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"question":"Tea\u0000?","options":[],"days":3}""", false)]
    [InlineData("""{"question":"Tea\\\u0000?","options":[],"days":3}""", false)]
    [InlineData("""{"question":"Tea\\u0000?","options":[],"days":3}""", true)] // a backslash, and then u0000
    public async Task A_zero_character_is_refused_before_anything_runs(string body, bool isRead)
    {
        var response = await PostAsync(body);

        Assert.Equal(isRead ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"options":[],"days":1}""", "/question")]
    [InlineData("""{"question":"Tea?","options":[]}""", "/days")]
    [InlineData("""{"question":"Tea?","options":[],"days":1,"owner":{}}""", "/owner/name")]
    [InlineData("""{"question":"Tea?","options":[],"days":1,"owner":{"name":"a","next":{"name":1}}}""", "/owner/next/name")]
    [InlineData("""{"question":null,"options":[],"days":1}""", "/question")]
    [InlineData("""{"question":"Tea?","options":[],"days":"many"}""", "/days")]
    [InlineData("""{"question":"Tea?","options":[],"days":99999999999}""", "/days")]
    [InlineData("""{"question":"Tea?","options":[],"days":1e999}""", "/days")]
    [InlineData("""{"question":"Tea?","options":[1],"days":1}""", "/options/0")]
    [InlineData("""{"question":"Tea?","options":[],"days":1,"a/b~c.d":{"deep":}}""", "/a~1b~0c.d")]
    [InlineData("""{"question":"\ud800","options":[],"days":1}""", "/question")]
    [InlineData("""{"question":"Tea?""", "/question")]
    [InlineData("""{"question":"Tea?","question":"Coffee?","options":[],"days":1}""", "/question")]
    [InlineData("""{"question":"Tea?","options":[],"days":1}}""", "")]
    [InlineData("""{"question":"Tea?","options":[],"days":1} {}""", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("tea", "")]
    [InlineData("", "")]
    public async Task A_malformed_body_is_answered_by_the_member_that_is_wrong(string body, string field)
    {
        var problem = await Problem.OfAsync(await PostAsync(body), HttpStatusCode.BadRequest);

        Assert.Contains(field, problem.Errors!.Keys);
    }

    [Fact]
    public async Task All_members_that_are_missing_are_named()
    {
        var problem = await Problem.OfAsync(await PostAsync("{}"), HttpStatusCode.BadRequest);

        Assert.Equal(["/days", "/options", "/question"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_member_that_may_be_null_may_be_missing_or_null()
    {
        var response = await PostAsync("""{"question":"Tea?","options":[],"days":1,"note":null}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_no_UTF_8_is_malformed()
    {
        using var content = new ByteArrayContent([.. "{\"question\":\""u8, 0xFF, 0xFE, .. "\"}"u8]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        await Problem.OfAsync(await _app.Client.PostAsync("/", content), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_may_begin_with_a_byte_order_mark() =>
        Assert.Equal("Tea? 2 3 ", await (await PostAsync("\uFEFF" + """{"question":"Tea?","options":["yes","no"],"days":3}""")).Content.ReadAsStringAsync());

    [Fact]
    public async Task A_body_of_many_segments_is_read()
    {
        var question = new string('ä', 4_500);

        var response = await PostAsync($$"""{"question":"{{question}}","options":[],"days":3}""");

        Assert.Equal($"{question} 0 3 ", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_of_more_than_32_levels_is_malformed()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"name":"a","next":""", 40)) + "null" + new string('}', 40);

        var problem = await Problem.OfAsync(await PostAsync($$"""{"question":"Tea?","options":[],"days":1,"owner":{{deep}}}"""), HttpStatusCode.BadRequest);

        Assert.Single(problem.Errors!);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("nonsense")]
    public async Task A_body_of_another_content_type_is_not_supported(string contentType)
    {
        var problem = await Problem.OfAsync(await PostAsync("""{"question":"Tea?","options":[],"days":1}""", contentType), HttpStatusCode.UnsupportedMediaType);

        Assert.Contains(contentType, problem.OnlyError.Message);
    }

    [Fact]
    public async Task A_body_without_a_content_type_is_not_supported() =>
        await Problem.OfAsync(await _app.Client.PostAsync("/", new ByteArrayContent("{}"u8.ToArray())), HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_request_without_a_body_says_so()
    {
        var problem = await Problem.OfAsync(await _app.Client.PostAsync("/", null), HttpStatusCode.BadRequest);

        Assert.Equal(("", "The body is missing."), problem.OnlyError);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_too_large_whether_its_length_is_declared_or_not(bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent($$"""{"question":"{{new string('a', 20_000)}}"}""", null, "application/json") };
        request.Headers.TransferEncodingChunked = isChunked;

        var problem = await Problem.OfAsync(await _app.Client.SendAsync(request), HttpStatusCode.RequestEntityTooLarge);

        Assert.Contains("10,000 bytes", problem.OnlyError.Message);
    }

    [Fact]
    public async Task A_body_that_arrives_bit_by_bit_is_read()
    {
        var answer = await ExchangeAsync("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
            "13\r\n{\"question\":\"Tea?\",\r\n", "1a\r\n\"options\":[\"a\"],\"days\":1 }\r\n", "0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.EndsWith("Tea? 1 1 \r\n0\r\n\r\n", answer);
    }

    [Fact]
    public async Task A_body_with_broken_framing_is_malformed()
    {
        var answer = await ExchangeAsync("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", "zz\r\n{}\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Contains("application/problem+json", answer);
    }

    [Fact]
    public async Task A_caller_that_goes_away_in_the_middle_of_its_body_is_no_error_of_the_function()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, _app.Address.Port);
            await client.GetStream().WriteAsync("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"question\""u8.ToArray());
        }

        await PostAsync("""{"question":"Tea?","options":[],"days":1}""");

        Assert.Equal(0, _app.Log.Count(101));
    }

    [Fact]
    public async Task What_is_malformed_commits_nothing_and_is_logged_nowhere()
    {
        await PostAsync("hunter2");
        await PostAsync("""{"question":"hunter2","options":[],"days":"hunter2"}""");

        Assert.Empty(_app.Commits.Committed);
        Assert.DoesNotContain("hunter2", _app.Log.Text);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private Task<HttpResponseMessage> PostAsync(string body, string contentType = "application/json")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return _app.Client.PostAsync("/", content);
    }

    private async Task<string> ExchangeAsync(params string[] parts)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, _app.Address.Port);
        foreach (var part in parts) await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(part));
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync();
    }

    private sealed record NewPoll(string Question, string[] Options, int Days, string? Note, Owner? Owner = null);

    private sealed record Owner(string Name, Owner? Next);
}
