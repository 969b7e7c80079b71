using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using Ermine.CloudEvents;
using Ermine.Webhooks.Sending;
using Microsoft.AspNetCore.Http;

namespace Ermine.Tests.CloudEvents;

/// <summary>A CloudEvent that came in leaves as the same, whichever mode it came in by and whichever it leaves by.</summary>
public sealed class WriterTests
{
    private const string Structured = "application/cloudevents+json";

    private static readonly CloudEventWriter[] Writers = [new(WebhookFormat.CloudEvents, ContentMode.Structured), new(WebhookFormat.CloudEventsBinary, ContentMode.Binary)];

    public static TheoryData<string> Data { get; } =
    [
        """ "data": { "total": 250, "name": "Grüner Tee" } """,
        """ "data": "a text that is JSON" """,
        """ "data": null """,
        """ "datacontenttype": "application/vnd.shop+json", "data": [1, 2.50, null] """,
        """ "datacontenttype": "application/vnd.shop+json", "data": "AQID" """,
        """ "datacontenttype": "application/json; charset=utf-8", "data": { "a": 1 } """,
        """ "datacontenttype": "application/json", "data_base64": "eyJhIjoxfQ==" """,
        """ "datacontenttype": "text/plain", "data": "Grüner \"Tee\"" """,
        """ "datacontenttype": "text/plain", "data_base64": "VGVl" """,
        """ "datacontenttype": "text/plain; charset=utf-16", "data": "Grün" """,
        """ "datacontenttype": "text/json", "data": "{}" """,
        """ "datacontenttype": "application/xml", "data": "<tee/>" """,
        """ "datacontenttype": "application/octet-stream", "data_base64": "AP+AAQ==" """,
        """ "data_base64": "AP+AAQ==" """,
    ];

    [Theory, MemberData(nameof(Data))]
    public async Task Data_of_each_kind(string data)
    {
        var sent = await ReadAsync(Encoding.UTF8.GetBytes($$"""{ "specversion": "1.0", "id": "1", "source": "shop", "type": "Closed", {{data}} }"""), Structured);

        foreach (var writer in Writers)
        {
            var left = await ThroughAsync(sent, writer);

            Assert.Equal(Shown(sent.Data), Shown(left.Data));
            if (sent.Data is not null && sent.DataContentType is not null) Assert.Equal(sent.DataContentType.Split(';')[0], left.DataContentType!.Split(';')[0]);
        }
    }

    [Fact]
    public async Task All_attributes()
    {
        var sent = await ReadAsync("""
            { "specversion": "1.0", "id": "ü \"1\" 100%", "source": "HTTPS://Shop.example/a%20b?x=1#y", "type": "org.example.Grün", "time": "2026-11-27T12:00:00.1234567+01:00",
              "subject": "Grüner \"Tee\", 50 % 🍵", "dataschema": "https://shop.example/Schema", "traceparent": "00-1-2-00", "count": 5, "flag": true, "data": {} }
            """u8.ToArray(), Structured);

        foreach (var writer in Writers)
        {
            var left = await ThroughAsync(sent, writer);

            Assert.Equal(Attributes(sent), Attributes(left));
        }

        static SortedDictionary<string, string> Attributes(CloudEvent e) => new(e.GetPopulatedAttributes().Where(a => a.Key.Name != "datacontenttype").ToDictionary(a => a.Key.Name, a => a.Key.Format(a.Value)));
    }

    [Fact]
    public void What_of_an_event_no_CloudEvent_can_have_is_refused()
    {
        var hyphen = Published(new Ermine.Events.JsonEvent("shop", "Closed", "{}"u8.ToArray()) { Attributes = new Dictionary<string, string> { ["two-words"] = "x" } });
        var picture = Published(new Ermine.Events.JsonEvent("shop", "Closed", "\"no Base64!\""u8.ToArray()) { Attributes = new Dictionary<string, string> { ["datacontenttype"] = "image/png" } });

        Assert.All(Writers, writer =>
        {
            Assert.Throws<ArgumentException>(() => writer.Write(hyphen));
            Assert.Throws<FormatException>(() => writer.Write(picture));
        });
    }

    private static async Task<CloudEvent> ThroughAsync(CloudEvent sent, CloudEventWriter writer)
    {
        using var content = writer.Write(Published(Received.Event(sent)));
        return await ReadAsync(await content.ReadAsByteArrayAsync(), content.Headers.ContentType?.ToString(), [.. content.Headers.Where(h => h.Key.StartsWith("ce-", StringComparison.Ordinal)).Select(h => (h.Key, h.Value.Single()))]);
    }

    private static ReadOnlyMemory<byte> Published(Ermine.Events.JsonEvent made) => Ermine.Events.EventText.Of(made, made.Id ?? "1", made.Time ?? DateTimeOffset.UnixEpoch);

    private static async Task<CloudEvent> ReadAsync(byte[] body, string? contentType, params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        foreach (var (name, value) in headers) request.Headers[name] = value;
        (request.ContentType, request.Body) = (contentType, new MemoryStream(body));
        return (await CloudEventRequest.ReadAsync(request, CancellationToken.None))!.Single();
    }

    private static string Shown(object? data) => data switch
    {
        JsonElement json => $"json {JsonSerializer.Serialize(json)}",
        byte[] bytes => $"bytes {Convert.ToHexString(bytes)}",
        _ => $"text {data}",
    };
}
