using System.Text;
using System.Text.Json;
using CloudNative.CloudEvents;
using Ermine.CloudEvents;

namespace Ermine.Tests.CloudEvents;

/// <summary>An event of the bus as a CloudEvent, and the other way.</summary>
public sealed class ConversionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void An_event_is_a_CloudEvent_of_its_detail()
    {
        var made = new EventEnvelope<JsonElement>("1", "shop", "OrderPlaced", Noon, Json("""{"total":250}""")).ToCloudEvent();

        Assert.Equal(("1", "shop", "OrderPlaced", Noon, "application/json"), (made.Id, made.Source!.OriginalString, made.Type, made.Time, made.DataContentType));
        Assert.Equal("""{"total":250}""", ((JsonElement)made.Data!).GetRawText());
    }

    [Theory]
    [InlineData("application/json", "{\"a\":1}")]
    [InlineData("application/vnd.shop+json; charset=utf-8", "\"text\"")]
    [InlineData("text/plain", "a \"text\"")]
    [InlineData("application/octet-stream", "AQID")]
    public void What_was_received_is_made_again(string contentType, string data)
    {
        object given = contentType.Contains("json", StringComparison.Ordinal) ? Json(data) : contentType == "text/plain" ? data : Encoding.ASCII.GetBytes(data);
        var sent = new CloudEvent { Id = "1", Source = new Uri("/suppliers/7?x=1", UriKind.Relative), Type = "org.example.Changed", Time = Noon, Subject = "Grüner Tee", DataContentType = contentType, Data = given };
        sent.SetAttributeFromString("traceparent", "00-1-2-00");

        var made = Through(sent).ToCloudEvent();

        Assert.Equal((sent.Id, sent.Source, sent.Type, sent.Time, sent.Subject, sent["traceparent"]), (made.Id, made.Source, made.Type, made.Time, made.Subject, made["traceparent"]));
        Assert.Equal(Written(sent.Data), Written(made.Data));
        if (given is not JsonElement) Assert.Equal(contentType, made.DataContentType);
    }

    [Fact]
    public void A_CloudEvent_without_data_has_null_as_its_detail()
    {
        var made = Through(new CloudEvent { Id = "1", Source = new Uri("shop", UriKind.Relative), Type = "Closed" });

        Assert.Equal(JsonValueKind.Null, made.Detail.ValueKind);
        Assert.Null(made.ToCloudEvent().Data);
    }

    [Fact]
    public void Two_events_with_one_id_are_apart_by_their_sources()
    {
        CloudEvent Of(string source) => new() { Id = "1", Source = new Uri(source, UriKind.Relative), Type = "Closed" };

        Assert.Equal(Received.Event(Of("a")).DeduplicationKey, Received.Event(Of("a")).DeduplicationKey);
        Assert.NotEqual(Received.Event(Of("a")).DeduplicationKey, Received.Event(Of("b")).DeduplicationKey);
    }

    // As the bus writes it, and a subscriber reads it.
    private static EventEnvelope<JsonElement> Through(CloudEvent sent)
    {
        var received = Received.Event(sent);
        var text = Ermine.Events.EventText.Of(received, received.Id!, received.Time ?? Noon);
        return JsonSerializer.Deserialize<EventEnvelope<JsonElement>>(text.Span, JsonSerializerOptions.Web)!;
    }

    private static string Written(object? data) => data switch
    {
        JsonElement json => json.GetRawText(),
        byte[] bytes => Convert.ToHexString(bytes),
        _ => $"{data}",
    };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
