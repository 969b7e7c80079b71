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
    public async ValueTask<T?> BodyAsync<T>(CancellationToken ct)
    {
        var request = Input.Request;
        if (!IsJson(request.ContentType)) return HasBody ? FailContentType<T>() : FailBody<T>("The body is missing.");

        _endpoint.LimitBody(Input); // as is done for most at the start; but a GET has hardly ever one
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.BodyReader, _endpoint.BodyType<T>(), ct);
            return body is null ? FailBody<T>("The body is null.") : body;
        }
        catch (JsonException e)
        {
            if (HasBody) Explain(e);
            else Fail(Body, "The body is missing.");
            return default;
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FailBody<T>($"The body is larger than the {_endpoint.MaxBodyBytes:N0} bytes that are allowed.", e.StatusCode);
        }
        catch (IOException e)
        {
            return FailBody<T>("The body could not be read to its end.", (e as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest); // the caller's connection, not ours
        }
    }

    private const string Body = ""; // the JSON pointer to the whole

    // As the common case needs no parsing, it gets none.
    private static bool IsJson(string? contentType) => contentType is "application/json" or "application/json; charset=utf-8"
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private T? FailContentType<T>() =>
        FailBody<T>($"The body must be application/json in UTF-8, and is {Input.Request.ContentType ?? "without a content type"}.", StatusCodes.Status415UnsupportedMediaType);

    private T? FailBody<T>(string message, int status = StatusCodes.Status400BadRequest)
    {
        Fail(Body, message, status);
        return default;
    }

    private void Explain(JsonException e)
    {
        foreach (var (field, message) in JsonMistakes.Of(e, "", "The body", "is not the kind of value that is expected")) Fail(field, message);
    }
}
