using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Writes a value as JSON.</summary>
/// <remarks>Into memory first: the answer then has a length instead of chunks, is sent at once, and a value that cannot be serialised is a 500
/// and not half an answer. What was large once is streamed from then on.</remarks>
internal sealed class JsonWriter<T> : ResultWriter
{
    public static JsonWriter<T> Instance { get; } = new();

    public override Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result)
    {
        var (value, type) = ((T)result!, endpoint.ResultType<T>());
        return endpoint.StreamsResult ? context.Response.WriteAsJsonAsync(value, type) : WriteAtOnceAsync(context, endpoint, value, type);
    }

    private static Task WriteAtOnceAsync(HttpContext context, RestEndpoint endpoint, T value, JsonTypeInfo<T> type)
    {
        var buffer = JsonBuffer.Borrow(type.Options);
        try
        {
            JsonSerializer.Serialize(buffer.Writer, value, type);
        }
        catch (NotSupportedException) // an asynchronous sequence somewhere in the value; anything else throws again where it is streamed
        {
            endpoint.StreamsResult = true;
            return context.Response.WriteAsJsonAsync(value, type);
        }

        if (buffer.IsLarge) endpoint.StreamsResult = true;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.Written.Length;
        var writing = context.Response.BodyWriter.WriteAsync(buffer.Written, context.RequestAborted);
        if (!writing.IsCompletedSuccessfully) return AwaitAsync(writing.AsTask(), buffer, context);

        buffer.Return();
        return Task.CompletedTask;
    }

    private static async Task AwaitAsync(Task writing, JsonBuffer buffer, HttpContext context)
    {
        try
        {
            await writing;
            buffer.Return();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // the caller has gone, and nobody waits for the rest
        }
    }
}
