using System.Buffers;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Answers item by item, each flushed: as server-sent events, or as a JSON value a line.</summary>
internal sealed class ItemStream(HttpContext http, JsonSerializerOptions options, bool isEvents, string contentType = ItemStream.Events)
{
    private const string Events = "text/event-stream";

    private readonly ArrayBufferWriter<byte> _item = new();

    public bool IsEvents => isEvents;

    /// <summary>The stream that the caller accepts; null where a whole list is what is asked for.</summary>
    public static ItemStream? For(HttpContext http, JsonSerializerOptions options)
    {
        if (http.Request.Headers.Accept.Count == 0) return null;

        var asked = http.Request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.Value)
            .FirstOrDefault(type => type is Events or "application/x-ndjson" or "application/jsonl" or "application/json" or "*/*");
        return asked is null or "application/json" or "*/*" ? null : new ItemStream(http, options, asked == Events, asked);
    }

    public ValueTask AddAsync<T>(T item, CancellationToken ct)
    {
        _item.ResetWrittenCount();
        if (isEvents) _item.Write("data: "u8);
        ArgumentResult<T>.WriteValue(_item, item, options);
        _item.Write(isEvents ? "\n\n"u8 : "\n"u8);
        return FlushAsync(ct);
    }

    public ValueTask AddEventAsync<T>(SseItem<T> item, CancellationToken ct)
    {
        _item.ResetWrittenCount();
        if (item.EventType != SseParser.EventTypeDefault) Line("event"u8, item.EventType);
        if (item.EventId is { } id) Line("id"u8, id);
        if (item.ReconnectionInterval is { } interval) Line("retry"u8, ((long)interval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        if (item.Data is string text)
        {
            foreach (var line in text.AsSpan().EnumerateLines()) Line("data"u8, line);
        }
        else
        {
            _item.Write("data: "u8);
            ArgumentResult<T>.WriteValue(_item, item.Data, options);
            _item.Write("\n"u8);
        }

        _item.Write("\n"u8);
        return FlushAsync(ct);
    }

    /// <summary>Tells the caller, in an event of its own, that what it has is not all.</summary>
    public ValueTask FailAsync(int status, string? title)
    {
        _item.ResetWrittenCount();
        _item.Write("event: error\ndata: "u8);
        using (var json = new Utf8JsonWriter(_item))
        {
            json.WriteStartObject();
            json.WriteNumber("status"u8, status);
            json.WriteString("title"u8, title);
            json.WriteEndObject();
        }

        _item.Write("\n\n"u8);
        return FlushAsync(http.RequestAborted);
    }

    /// <summary>Ends the answer; one without any item begins here too.</summary>
    public Task EndAsync()
    {
        Start();
        return http.Response.StartAsync(CancellationToken.None);
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        Start();
        await http.Response.BodyWriter.WriteAsync(_item.WrittenMemory, ct);
    }

    private void Start()
    {
        if (http.Response.HasStarted) return;

        http.Response.ContentType = contentType;
        http.Response.Headers.CacheControl = "no-store";
    }

    private void Line(ReadOnlySpan<byte> field, ReadOnlySpan<char> value)
    {
        _item.Write(field);
        _item.Write(": "u8);
        Encoding.UTF8.GetBytes(value, _item);
        _item.Write("\n"u8);
    }
}
