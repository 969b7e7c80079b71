using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Writes a value as JSON.</summary>
internal sealed class JsonWriter<T> : ResultWriter
{
    public static JsonWriter<T> Instance { get; } = new();

    public override Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result) =>
        context.Response.WriteAsJsonAsync((T)result!, endpoint.ResultType<T>());
}
