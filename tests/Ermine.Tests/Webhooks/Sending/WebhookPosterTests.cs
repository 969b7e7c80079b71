using System.Net;
using CloudNative.CloudEvents;
using Ermine.CloudEvents;
using Ermine.Webhooks.Sending;

namespace Ermine.Tests.Webhooks.Sending;

public sealed class WebhookPosterTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly IWebhookWriter[] Writers = [new EventWriter(), new CloudEventWriter(WebhookFormat.CloudEvents, ContentMode.Structured), new CloudEventWriter(WebhookFormat.CloudEventsBinary, ContentMode.Binary)];
    private static readonly WebhookSettings Local = new() { AllowsHttp = true, AllowsLoopback = true };

    [Fact]
    public async Task What_is_posted_are_the_bytes_that_are_signed()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 204 No Content\r\n\r\n");

        var answer = await PostAsync(receiver, "{\"id\": \"1\",  \"ü\": 1}");

        var request = Assert.Single(receiver.Requests);
        var timestamp = long.Parse(request.Split("webhook-timestamp: ")[1].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(new WebhookAnswer(204), answer);
        Assert.StartsWith("POST /events HTTP/1.1\r\n", request);
        Assert.EndsWith("\r\n\r\n{\"id\": \"1\",  \"ü\": 1}", request);
        Assert.Contains("Content-Type: application/json\r\n", request);
        Assert.Contains("webhook-id: e-1\r\n", request);
        Assert.Contains($"webhook-signature: {WebhookSecret.Sign([Secret], "e-1", timestamp, "{\"id\": \"1\",  \"ü\": 1}"u8)}\r\n", request);
        Assert.DoesNotContain("traceparent", request);
    }

    [Fact]
    public async Task The_headers_of_a_format_are_sent_and_its_body_is_what_is_signed()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 204 No Content\r\n\r\n");

        await PostAsync(receiver, """{"id":"1","source":"shop","detail-type":"Closed","time":"2026-11-27T12:00:00Z","subject":"Grüner Tee","detail":{"a": 1}}""", format: WebhookFormat.CloudEventsBinary);

        var request = Assert.Single(receiver.Requests);
        var timestamp = long.Parse(request.Split("webhook-timestamp: ")[1].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.All(["Content-Type: application/json\r\n", "ce-specversion: 1.0\r\n", "ce-type: Closed\r\n", "ce-subject: Gr%C3%BCner%20Tee\r\n"], header => Assert.Contains(header, request));
        Assert.EndsWith("\r\n\r\n{\"a\":1}", request);
        Assert.Contains($"webhook-signature: {WebhookSecret.Sign([Secret], "e-1", timestamp, "{\"a\":1}"u8)}\r\n", request);
    }

    [Fact]
    public async Task An_event_that_the_format_cannot_have_is_not_sent_and_no_attempt_will_mend_that()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 204 No Content\r\n\r\n");

        var answer = await PostAsync(receiver, """{"id":"1","source":"shop","detail-type":"Closed","time":"2026-11-27T12:00:00Z","two-words":"x","detail":{}}""", format: WebhookFormat.CloudEvents);

        Assert.True(answer.IsFinal);
        Assert.Contains("two-words", answer.Error);
        Assert.Empty(receiver.Requests);
    }

    [Theory]
    [InlineData("301 Moved Permanently"), InlineData("302 Found"), InlineData("307 Temporary Redirect"), InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_a_failure_and_is_not_followed(string status)
    {
        await using var elsewhere = new RawReceiver("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var receiver = new RawReceiver($"HTTP/1.1 {status}\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\nContent-Length: 0\r\n\r\n");

        var answer = await PostAsync(receiver);

        Assert.NotNull(answer.Error);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Of_a_long_answer_the_beginning_is_read()
    {
        await using var receiver = new RawReceiver($"HTTP/1.1 500 Broken\r\nContent-Length: 1000000000\r\n\r\nIt is\r\nbroken.{new string('x', 10_000)}");

        var answer = await PostAsync(receiver);

        Assert.Equal(500, answer.Status);
        Assert.StartsWith("It answered 500 Broken: It is broken.xxx", answer.Error);
        Assert.InRange(answer.Error!.Length, 100, 300);
    }

    [Theory, InlineData(null, "within"), InlineData("HTTP/1.1 200 OK\r\nX: ", "ended"), InlineData("what is this?\r\n\r\n", "")]
    public async Task An_answer_that_does_not_come_or_is_none_is_a_failure(string? bytes, string reason)
    {
        await using var receiver = new RawReceiver(bytes);

        var answer = await PostAsync(receiver, settings: Local with { Timeout = TimeSpan.FromMilliseconds(bytes is null ? 30 : 15_000) });

        Assert.Null(answer.Status);
        Assert.Contains(reason, answer.Error);
    }

    [Fact]
    public async Task A_name_that_answers_otherwise_the_second_time_is_asked_once_and_what_was_judged_is_what_is_connected_to()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        var (asked, answers) = (0, new[] { IPAddress.Loopback, IPAddress.Parse("169.254.169.254") });

        var first = await PostAsync(receiver, host: "rebinding.example.org", resolve: ResolveAsync);
        var askedFirst = asked;
        var second = await PostAsync(receiver, host: "rebinding.example.org", resolve: ResolveAsync);

        Assert.Equal((200, 1), (first.Status, askedFirst));
        Assert.Contains("169.254.169.254 is not of the public internet", second.Error);
        Assert.Single(receiver.Requests);

        Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Task.FromResult<IPAddress[]>([answers[asked++]]);
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_before_anything_is_connected_to()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        var answer = await PostAsync(receiver, host: "inside.example.org", settings: Local with { AllowsLoopback = false }, resolve: static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        Assert.Null(answer.Status);
        Assert.Contains("127.0.0.1 is not of the public internet", answer.Error);
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task The_next_address_is_tried_where_one_does_not_answer()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");

        var answer = await PostAsync(receiver, host: "two.example.org", resolve: static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task When_to_try_again_is_read_from_the_answer()
    {
        await using var receiver = new RawReceiver("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(TimeSpan.FromSeconds(90), (await PostAsync(receiver)).RetryAfter);
    }

    private static async Task<WebhookAnswer> PostAsync(
        RawReceiver receiver, string body = "{}", string host = "127.0.0.1", WebhookSettings? settings = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null,
        WebhookFormat format = WebhookFormat.Event)
    {
        using var poster = new WebhookPoster(new WebhookWriters(Writers), new AddressGuard(settings ?? Local, resolve), settings ?? Local, TimeProvider.System);
        return await poster.PostAsync(new StoredDestination("crm", $"http://{host}:{receiver.Port}/events", "default", "{}", [Secret]) { Format = format }, "e-1", System.Text.Encoding.UTF8.GetBytes(body), default);
    }
}
