using System.Text.Json;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>Whether the request has a body, for parameters that need none.</summary>
    public bool HasBody => Input.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? Input.Request.ContentLength is not (null or 0);

    /// <summary>The request's body, read as JSON. Null, with the mistake noted, where there is none or it is no <typeparamref name="T"/>.</summary>
    public ValueTask<T?> BodyAsync<T>(CancellationToken ct)
    {
        var request = Input.Request;
        if (!IsJson(request.ContentType))
        {
            if (HasBody) FailContentType("application/json in UTF-8");
            else FailBody("The body is missing.");
            return default;
        }

        _endpoint.LimitBody(Input); // as is done for most at the start; but a GET has hardly ever one
        return TryReadBody<T>(out var body) ? new(body) : WaitForBodyAsync<T>(ct);
    }

    // Most bodies have arrived with their headers, and need no waiting.
    private bool TryReadBody<T>(out T? body)
    {
        body = default;
        try
        {
            var reader = Input.Request.BodyReader;
            if (!reader.TryRead(out var read)) return false;
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start);
                return false;
            }

            try
            {
                var type = _endpoint.BodyType<T>();
                var json = new Utf8JsonReader(read.Buffer, new JsonReaderOptions
                {
                    AllowTrailingCommas = type.Options.AllowTrailingCommas, CommentHandling = type.Options.ReadCommentHandling, MaxDepth = type.Options.MaxDepth,
                });
                body = JsonSerializer.Deserialize(ref json, type);
                if (json.Read()) throw new JsonException(); // more than one value: the reader itself says so
                if (body is null) FailBody("The body is null.");
            }
            finally
            {
                reader.AdvanceTo(read.Buffer.End);
            }
        }
        catch (JsonException e)
        {
            body = default;
            FailJson(e);
        }
        catch (IOException e)
        {
            FailReading(e);
        }

        return true;
    }

    private async ValueTask<T?> WaitForBodyAsync<T>(CancellationToken ct)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(Input.Request.BodyReader, _endpoint.BodyType<T>(), ct);
            if (body is null) FailBody("The body is null.");
            return body;
        }
        catch (JsonException e)
        {
            FailJson(e);
        }
        catch (IOException e)
        {
            FailReading(e);
        }

        return default;
    }

    private const string Body = ""; // the whole of it, as a JSON pointer

    // As the common case needs no parsing, it gets none.
    private static bool IsJson(string? contentType) => contentType is "application/json" or "application/json; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private void FailContentType(string expected) =>
        FailBody($"The body must be {expected}, and is {Input.Request.ContentType ?? "without a content type"}.", StatusCodes.Status415UnsupportedMediaType);

    private void FailBody(string message, int status = StatusCodes.Status400BadRequest) => Fail(Body, message, status);

    // The caller's connection, or its length: not ours.
    private void FailReading(IOException e)
    {
        var status = (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        FailBody(status == StatusCodes.Status413PayloadTooLarge ? $"The body is larger than the {_endpoint.MaxBodyBytes:N0} bytes that are allowed." : "The body could not be read to its end.", status);
    }

    private void FailJson(JsonException e)
    {
        if (!HasBody)
        {
            FailBody("The body is missing.");
            return;
        }

        foreach (var (field, message) in JsonMistakes.Of(e, "", "The body", "is not the kind of value that is expected")) Fail(field, message);
    }
}
