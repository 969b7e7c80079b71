using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.Http;
using CloudNative.CloudEvents.SystemTextJson;
using Ermine.CloudEvents;
using Ermine.Samples.Tests.Node;
using Ermine.Testing;
using Shop.Products;

namespace Ermine.Samples.Tests.Shop;

/// <summary>The supplier's CloudEvents, by the official SDK for JavaScript and by hand.</summary>
public sealed class SupplierTests(RunningShop shop) : IClassFixture<RunningShop>
{
    private readonly TestApp _app = shop.App;

    private Uri Address => new(_app.Http.BaseAddress!, "/supplier/events");

    [NpmFact]
    public async Task A_price_follows_what_the_sdk_sends_in_each_mode()
    {
        foreach (var (mode, price) in new[] { ("binary", 5.10m), ("structured", 5.20m), ("batch", 5.30m) })
        {
            var change = new { id = mode, source = "supplier", type = "PriceChanged", subject = "green-tea", data = new { sku = "tea", price } };
            var (code, output, errors) = await NodeTools.ScriptAsync("cloudevents.mjs", "send", $"{Address}", ShopClient.StaffToken, mode, JsonSerializer.Serialize(change));
            Assert.True(code == 0 && output.Trim() == "202", $"{mode}: {output}{errors}");
            await _app.IdleAsync();

            Assert.Equal(price, await PriceAsync());
        }
    }

    [NpmFact]
    public async Task The_sdk_reads_what_is_made_of_events()
    {
        var published = new EventEnvelope<JsonElement>("1", "/shops/1", "OrderPlaced", DateTimeOffset.UnixEpoch, JsonSerializer.SerializeToElement(new { total = 250 }))
        {
            Attributes = new Dictionary<string, JsonElement> { ["subject"] = JsonSerializer.SerializeToElement("green-tea") },
        };
        var made = published.ToCloudEvent();
        var formatter = new JsonEventFormatter();
        foreach (var content in new[] { made.ToHttpContent(ContentMode.Binary, formatter), made.ToHttpContent(ContentMode.Structured, formatter), new[] { made, made }.ToHttpContent(formatter) })
        {
            var message = new { headers = content.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => string.Join(',', h.Value)), body = await content.ReadAsStringAsync() };
            var (code, output, errors) = await NodeTools.ScriptAsync("cloudevents.mjs", "read", JsonSerializer.Serialize(message));
            Assert.True(code == 0, errors);

            var read = JsonDocument.Parse(output).RootElement;
            var one = read.ValueKind == JsonValueKind.Array ? read[1] : read;
            Assert.Equal(("1", "/shops/1", "OrderPlaced", "green-tea", 250), (Text("id"), Text("source"), Text("type"), Text("subject"), one.GetProperty("data").GetProperty("total").GetInt32()));

            string? Text(string name) => one.GetProperty(name).GetString();
        }
    }

    [Fact]
    public async Task An_event_that_comes_again_is_delivered_once()
    {
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync("a", 6));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync("b", 7));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync("a", 6));
        await _app.IdleAsync();

        Assert.Equal(7, await PriceAsync());
    }

    [Fact]
    public async Task A_batch_with_a_fault_publishes_nothing()
    {
        var before = await PriceAsync();
        var (good, bad) = (Event("c", 8), """{"specversion":"1.0","id":"d","type":"PriceChanged","data":{}}""");
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync($"[{good},{bad}]", "application/cloudevents-batch+json"));
        await _app.IdleAsync();

        Assert.Equal(before, await PriceAsync());
    }

    [Theory]
    [InlineData("""{"specversion":"1.0","id":"1","source":"supplier","type":"PriceChanged","detail":"x"}""", "application/cloudevents+json", HttpStatusCode.BadRequest)]
    [InlineData("""{"specversion":"1.0","id":"1","source":"supplier","type":"PriceChanged","data":{"sku":"tea","sku":"x"}}""", "application/cloudevents+json", HttpStatusCode.BadRequest)]
    [InlineData("""{"specversion":"1.0","id":"1","source":"supplier"}""", "application/cloudevents+json", HttpStatusCode.BadRequest)]
    [InlineData("""{"specversion":"0.3","id":"1","source":"supplier","type":"PriceChanged"}""", "application/cloudevents+json", HttpStatusCode.BadRequest)]
    [InlineData("""{"specversion":"1.0",""", "application/cloudevents+json", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", "application/cloudevents-batch+json", HttpStatusCode.BadRequest)]
    [InlineData("""{"sku":"tea"}""", "application/json", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("""<event/>""", "application/cloudevents+xml", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_CloudEvent_is_refused(string body, string contentType, HttpStatusCode status) => Assert.Equal(status, await SendAsync(body, contentType));

    [Theory]
    [InlineData("%E4")]
    [InlineData("%C0%AF")]
    [InlineData("%ED%A0%80")]
    [InlineData("50 %")]
    [InlineData("%zz")]
    public async Task A_header_that_is_no_percent_encoded_utf8_is_refused(string subject)
    {
        using var request = Binary(subject);
        using var answer = await _app.As(ShopClient.StaffToken).SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_no_utf8_is_refused()
    {
        using var request = Binary("tea");
        request.Content = new ByteArrayContent([.. "{\"sku\":\"t"u8, 0xe4, .. "\",\"price\":1}"u8]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await _app.As(ShopClient.StaffToken).SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_known_may_send_nothing()
    {
        _app.Http.DefaultRequestHeaders.Authorization = null;
        using var content = new StringContent(Event("x", 1), Encoding.UTF8, "application/cloudevents+json");
        using var answer = await _app.Http.PostAsync(Address, content);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static string Event(string id, decimal price) => JsonSerializer.Serialize(new { specversion = "1.0", id, source = "supplier", type = "PriceChanged", data = new { sku = "tea", price } });

    private static HttpRequestMessage Binary(string subject)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/supplier/events") { Content = JsonContent.Create(new { sku = "tea", price = 9 }) };
        foreach (var (name, value) in new[] { ("specversion", "1.0"), ("id", subject), ("source", "supplier"), ("type", "PriceChanged"), ("subject", subject) }) request.Headers.Add($"ce-{name}", value);
        return request;
    }

    private Task<HttpStatusCode> SendAsync(string id, decimal price) => SendAsync(Event(id, price), "application/cloudevents+json");

    private async Task<HttpStatusCode> SendAsync(string body, string contentType)
    {
        using var content = new StringContent(body, Encoding.UTF8, contentType);
        using var answer = await _app.As(ShopClient.StaffToken).PostAsync(Address, content);
        return answer.StatusCode;
    }

    private async Task<decimal> PriceAsync() => (await _app.Http.GetFromJsonAsync<Product>("/products/tea"))!.Price;
}
