using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Ermine.Http;

/// <summary>An answer that was written into memory, to be sent, and perhaps sent again.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers that the function's answer has, without those that the server and the middleware add to each.</param>
/// <param name="Body">The body.</param>
public sealed record StoredAnswer(int Status, IReadOnlyDictionary<string, string?[]> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Bytes that the body of a stored answer may have.</summary>
    public const int MaxBodyBytes = 1_048_576;

    /// <summary>Has an answer written into memory, and leaves the response as it was. Its headers have only what headers can have: the rest of a text is encoded.</summary>
    /// <exception cref="InvalidOperationException">The answer is too long to be kept.</exception>
    internal static async Task<StoredAnswer> CaptureAsync(HttpContext context, Func<Task> write)
    {
        var (real, body, aborted) = (context.Features.GetRequiredFeature<IHttpResponseFeature>(), context.Features.GetRequiredFeature<IHttpResponseBodyFeature>(), context.RequestAborted);
        var captured = new CapturedResponse(real);
        using var memory = new MemoryStream();
        var written = new StreamResponseBodyFeature(memory);
        context.Features.Set<IHttpResponseFeature>(captured);
        context.Features.Set<IHttpResponseBodyFeature>(written);
        context.RequestAborted = CancellationToken.None; // a caller that goes away must not leave half an answer for the next attempt
        try
        {
            await write();
            await written.CompleteAsync();
            if (memory.Length > MaxBodyBytes) throw new InvalidOperationException($"The answer has {memory.Length:N0} bytes, and one that is kept may have {MaxBodyBytes:N0}.");
            return new StoredAnswer(captured.StatusCode, captured.Headers.Where(h => real.Headers[h.Key] != h.Value).ToDictionary(h => h.Key, h => h.Value.Select(v => v is null ? null : HeaderText.Of(v)).ToArray()), memory.ToArray());
        }
        finally
        {
            context.Features.Set(real);
            context.Features.Set(body);
            context.RequestAborted = aborted;
        }
    }

    /// <summary>Sends the answer.</summary>
    internal async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        foreach (var (name, value) in Headers) context.Response.Headers[name] = new StringValues(value);
        if (Body.Length == 0) return;

        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
