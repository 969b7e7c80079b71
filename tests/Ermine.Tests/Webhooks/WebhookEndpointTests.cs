using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Ermine.Webhooks.Receiving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Ermine.Tests.Webhooks;

/// <summary>The addresses of webhooks, on a server: one app for all of its tests, with a store that records what it is sent.</summary>
public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private const string Body = """{"type":"paid","amount":  5}""";

    private readonly ScriptedStore _store = new();
    private HttpApp _app = null!;

    public async Task InitializeAsync() => _app = await HttpApp.StartAsync(
        catalog =>
        {
            catalog.Add("paying.note", new FunctionAttribute(), new WebhookAttribute("payments") { MaxBodyBytes = 1_000 }, null, InputShape.Message, static _ => Outcome.Completed);
            catalog.Add("paying.all", new FunctionAttribute(), new WebhookAttribute("all"), new DeliveryContractAttribute(), InputShape.Message, static _ => Outcome.Completed);
            catalog.Add("chat.note", new FunctionAttribute(), new WebhookAttribute("chat") { Scheme = WebhookScheme.Slack }, null, InputShape.Message, static _ => Outcome.Completed);
            catalog.Add("code.note", new FunctionAttribute(), new WebhookAttribute("code") { Scheme = WebhookScheme.GitHub, RememberDays = 30 }, null, InputShape.Message, static _ => Outcome.Completed);
            catalog.Add("crm.note", new FunctionAttribute(), Crm, null, InputShape.Message, static _ => Outcome.Completed);
        },
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Ermine:Webhooks:payments:Secret"] = TestSender.SecretOf(TestSender.Secret),
                ["Ermine:Webhooks:all:Secret"] = TestSender.SecretOf(TestSender.Secret),
                ["Ermine:Webhooks:chat:Secret"] = TestSender.Secret,
                ["Ermine:Webhooks:code:Secret"] = TestSender.Secret,
                ["Ermine:Webhooks:crm:Secret"] = TestSender.Secret,
                ["Ermine:Webhooks:crm:Url"] = TestSender.Url,
            });
            builder.Services.AddSingleton<IWorkStore>(_store).AddSingleton<TimeProvider>(new FakeTimeProvider(TestSender.Now));
        },
        last: builder =>
        {
            ReceivingProvider.AddTo(builder, (FunctionCatalog)builder.Services.Last(s => s.ServiceType == typeof(FunctionCatalog)).ImplementationInstance!);
            builder.Services.AddSingleton<ITriggerFactory<WebhookAttribute>, NoSource>(); // what is sent stays where the test sees it
        });

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    private static WebhookAttribute Crm => new("crm")
    {
        Scheme = WebhookScheme.Generic,
        SignatureHeader = "X-HubSpot-Signature-v3",
        SignedContent = "{method}{url}{body}{timestamp}",
        Encoding = WebhookEncoding.Base64,
        TimestampHeader = "X-HubSpot-Request-Timestamp",
        Timestamp = WebhookTimestamp.Milliseconds,
    };

    [Fact]
    public async Task A_genuine_delivery_is_one_message_of_the_functions_queue_with_the_body_as_it_came()
    {
        using var answer = await PostAsync("payments", "Standard v1", Body);

        var sent = Assert.Single(_store.Sent);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(("webhook-paying-note", Body, "msg_1", TimeSpan.FromDays(7)), (sent.Queue, Encoding.UTF8.GetString(sent.Payload.Span), sent.DeduplicationKey, sent.DeduplicationWindow));
    }

    [Fact]
    public async Task A_function_that_takes_all_of_a_delivery_gets_headers_that_are_no_secret()
    {
        using var answer = await PostAsync("all", "Standard v1", Body, ("Authorization", "Bearer x"), ("Cookie", "a=b"), ("X-Shop", "tea"));

        var sent = JsonSerializer.Deserialize<WebhookDelivery<JsonElement>>(Assert.Single(_store.Sent).Payload.Span, JsonSerializerOptions.Web)!;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(("msg_1", "paid", TestSender.Now, Body), (sent.Id, sent.Type, sent.Time, sent.Body.GetRawText()));
        Assert.Equal("tea", sent.Headers["x-shop"]);
        Assert.DoesNotContain(sent.Headers.Keys, name => name is "authorization" or "cookie" or "webhook-signature");
    }

    [Fact]
    public async Task A_forged_one_is_refused_with_one_sentence_and_the_log_says_why_once()
    {
        using var first = await PostAsync("payments", "Standard v1", Body, secret: "another");
        using var second = await PostAsync("payments", "Standard v1", Body, secret: "another");

        var problem = await Problem.OfAsync(first, HttpStatusCode.Unauthorized);
        Assert.Empty(_store.Sent);
        Assert.Equal("The signature is missing or wrong.", problem.Title);
        Assert.Equal((1, 1), (_app.Log.Count(150), _app.Log.Count(151)));
        Assert.Contains("Webhook 'payments' refused a request with 401: none of its signatures is of a secret or key that is set", _app.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestSender.SecretOf(TestSender.Secret), _app.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_one_is_refused()
    {
        using var answer = await PostAsync("payments", "Standard v1", Body, sent: "1614264000");

        await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.Empty(_store.Sent);
        Assert.Contains("1330 s old", _app.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1}{}")]
    [InlineData("")]
    public async Task A_genuine_one_that_is_no_JSON_is_refused(string body)
    {
        using var answer = await PostAsync("payments", "Standard v1", body);

        await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.Empty(_store.Sent);
    }

    [Fact]
    public async Task One_that_is_too_large_is_refused_whether_or_not_it_says_so()
    {
        var body = $"\"{new string('a', 999)}\"";
        using var stated = await PostAsync("payments", "Standard v1", body);
        using var chunked = await PostAsync("payments", "Standard v1", body, isChunked: true);
        using var fits = await PostAsync("payments", "Standard v1", body[..998] + "\"", isChunked: true);

        await Problem.OfAsync(stated, HttpStatusCode.RequestEntityTooLarge);
        await Problem.OfAsync(chunked, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal(HttpStatusCode.Accepted, fits.StatusCode);
    }

    [Theory]
    [InlineData("text/plain", null)]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("application/json", "gzip")]
    public async Task What_is_not_JSON_by_its_headers_is_refused(string type, string? encoding)
    {
        using var request = Request("payments", "Standard v1", Body);
        request.Content!.Headers.ContentType = new(type);
        if (encoding is not null) request.Content.Headers.ContentEncoding.Add(encoding);
        using var answer = await _app.Client.SendAsync(request);

        await Problem.OfAsync(answer, HttpStatusCode.UnsupportedMediaType);
        Assert.Empty(_store.Sent);
    }

    [Fact]
    public async Task A_header_that_is_there_twice_on_the_wire_is_refused()
    {
        var headers = TestSender.All["Standard v1"].Send(Body).Headers.Select(h => $"{h.Key}: {h.Value}\r\n");
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _app.Address.Port);
        await using var stream = client.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /webhooks/payments HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n{string.Concat(headers)}webhook-id: msg_1\r\n\r\n{Body}"));
        using var reader = new StreamReader(stream);

        Assert.StartsWith("HTTP/1.1 400", await reader.ReadLineAsync(), StringComparison.Ordinal);
        Assert.Empty(_store.Sent);
    }

    [Theory]
    [InlineData(CommitFailure.Unavailable)]
    [InlineData(CommitFailure.Unknown)]
    public async Task Without_the_database_the_sender_is_not_told_that_it_is_accepted(CommitFailure failure)
    {
        _store.SendFails = new CommitException(failure, "no");
        using var answer = await PostAsync("payments", "Standard v1", Body);

        await Problem.OfAsync(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(1, _app.Log.Count(152));
    }

    [Fact]
    public async Task Slacks_question_is_answered_if_it_is_Slacks()
    {
        const string question = """{"type":"url_verification","challenge":"3eZbrw1a"}""";
        using var answer = await PostAsync("chat", "Slack", question);
        using var forged = await PostAsync("chat", "Slack", question, secret: "another");

        Assert.Equal((HttpStatusCode.OK, "3eZbrw1a", HttpStatusCode.Unauthorized), (answer.StatusCode, await answer.Content.ReadAsStringAsync(), forged.StatusCode));
        Assert.Empty(_store.Sent);
    }

    [Fact]
    public async Task GitHubs_ping_is_answered_and_runs_nothing()
    {
        using var ping = await PostAsync("code", "GitHub", Body, ("X-GitHub-Event", "ping"));
        using var issue = await PostAsync("code", "GitHub", Body);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Accepted), (ping.StatusCode, issue.StatusCode));
        Assert.Equal(("72d3162e", TimeSpan.FromDays(30)), (Assert.Single(_store.Sent).DeduplicationKey, _store.Sent[0].DeduplicationWindow));
    }

    [Theory]
    [InlineData("""{"event_id":""}""")]
    [InlineData("""{"event_id":"a\u0000b"}""")]
    public async Task An_id_that_cannot_be_kept_is_refused(string body)
    {
        using var answer = await PostAsync("chat", "Slack", body);

        await Problem.OfAsync(answer, HttpStatusCode.BadRequest);
        Assert.Empty(_store.Sent);
    }

    [Fact]
    public async Task A_delivery_without_its_id_is_refused_but_for_what_never_has_one()
    {
        using var without = await PostAsync("code", "GitHub", Body, ("X-GitHub-Delivery", ""));
        using var limited = await PostAsync("chat", "Slack", """{"type":"app_rate_limited"}""");

        await Problem.OfAsync(without, HttpStatusCode.BadRequest);
        Assert.Equal((HttpStatusCode.Accepted, 64), (limited.StatusCode, Assert.Single(_store.Sent).DeduplicationKey!.Length));
    }

    [Fact]
    public async Task Behind_a_proxy_the_address_that_was_signed_is_the_one_that_is_set()
    {
        using var answer = await PostAsync("crm", "HubSpot", "[1]");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("webhook-crm-note", Assert.Single(_store.Sent).Queue);
    }

    [Fact]
    public async Task There_is_nothing_but_posts_to_names_that_there_are()
    {
        using var unknown = await _app.Client.PostAsync("/webhooks/other", null);
        using var read = await _app.Client.GetAsync("/webhooks/payments");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (unknown.StatusCode, read.StatusCode));
    }

    private async Task<HttpResponseMessage> PostAsync(string name, string scheme, string body, params (string Name, string Value)[] more)
    {
        using var request = Request(name, scheme, body, more);
        return await _app.Client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> PostAsync(string name, string scheme, string body, string? sent = null, string secret = TestSender.Secret, bool isChunked = false)
    {
        using var request = Request(name, scheme, body, [], sent, secret);
        if (isChunked) request.Headers.TransferEncodingChunked = true;
        return await _app.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(string name, string scheme, string body, (string Name, string Value)[]? more = null, string? sent = null, string secret = TestSender.Secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/webhooks/{name}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        var headers = TestSender.All[scheme].Send(body, sent, secret).Headers;
        foreach (var (header, value) in more ?? []) headers[header] = value;
        foreach (var (header, value) in headers) request.Headers.TryAddWithoutValidation(header, value.ToString());
        return request;
    }

    private sealed class NoSource : ITriggerFactory<WebhookAttribute>
    {
        public ITriggerSource? Create(FunctionDescriptor<WebhookAttribute> function) => null;
    }
}
