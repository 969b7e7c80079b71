using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>Whether the request has a body, for parameters that need none.</summary>
    public bool HasBody => Input.Request.ContentLength is not (null or 0) || Input.Request.Headers.TransferEncoding.Count > 0;

    /// <summary>The request's body, read as JSON. Null, with the mistake noted, where there is none or it is no <typeparamref name="T"/>.</summary>
    public async ValueTask<T?> BodyAsync<T>(CancellationToken ct)
    {
        var request = Input.Request;
        if (!request.HasJsonContentType()) return FailBody<T>("$", $"The body must be application/json, and is {request.ContentType ?? "without a content type"}.", StatusCodes.Status415UnsupportedMediaType);

        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.BodyReader, _endpoint.BodyType<T>(), ct);
            return body is null ? FailBody<T>("$", "The body is missing or null.") : body;
        }
        catch (JsonException e)
        {
            return FailBody<T>(e.Path ?? "$", Explain(e));
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FailBody<T>("$", $"The body is larger than the {_endpoint.MaxBodyBytes:N0} bytes that are allowed.", e.StatusCode);
        }
        catch (BadHttpRequestException e)
        {
            return FailBody<T>("$", e.Message, e.StatusCode);
        }
    }

    private T? FailBody<T>(string path, string message, int status = StatusCodes.Status400BadRequest)
    {
        Fail(path, message, status);
        return default;
    }

    // The serializer's own text can quote CLR names; its path is what a caller can use.
    private static string Explain(JsonException e) => e.InnerException is null && e.Message.Contains("missing required", StringComparison.Ordinal)
        ? $"A required member is missing: {Members(e.Message)}."
        : e.LineNumber is { } line ? $"The body is not valid here: line {line + 1}, byte {e.BytePositionInLine}." : "The body is not valid.";

    private static string Members(string message) => message[(message.LastIndexOf(':') + 1)..].Trim().TrimEnd('.');
}
