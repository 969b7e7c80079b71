using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
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
        try
        {
            // Most bodies have arrived with their headers, and need no waiting.
            return request.BodyReader.TryRead(out var read) ? read.IsCompleted ? new(Parse<T>(read.Buffer)) : WaitForBodyAsync<T>(read.Buffer, ct) : WaitForBodyAsync<T>(null, ct);
        }
        catch (IOException e)
        {
            FailReading(e);
            return default;
        }
    }

    // It is read to its end before it is parsed, so that it is all UTF-8, and told by one reader what is wrong with it.
    private async ValueTask<T?> WaitForBodyAsync<T>(ReadOnlySequence<byte>? begun, CancellationToken ct)
    {
        var reader = Input.Request.BodyReader;
        try
        {
            if (begun is { } first) reader.AdvanceTo(first.Start, first.End);
            while (true)
            {
                var read = await reader.ReadAsync(ct);
                if (read.IsCompleted) return Parse<T>(read.Buffer);
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (IOException e)
        {
            FailReading(e);
            return default;
        }
    }

    private T? Parse<T>(ReadOnlySequence<byte> body)
    {
        var rented = body.IsSingleSegment ? null : ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            if (rented is not null) body.CopyTo(rented);
            return Parse<T>(rented is null ? body.FirstSpan : rented.AsSpan(0, (int)body.Length));
        }
        finally
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
            Input.Request.BodyReader.AdvanceTo(body.End);
        }
    }

    private T? Parse<T>(ReadOnlySpan<byte> body)
    {
        try
        {
            if (body.StartsWith("\uFEFF"u8)) body = body[3..]; // a byte order mark says what is known
            if (body.IsEmpty) FailBody("The body is missing.");
            else if (!Utf8.IsValid(body)) FailBody("The body is no UTF-8."); // which the serializer sees only in what it keeps
            else if (ZeroCharacter.IsInJson(body)) FailBody(ZeroCharacter.Complaint);
            else if (JsonSerializer.Deserialize(body, _endpoint.BodyType<T>()) is { } value) return value;
            else FailBody("The body is null.");
        }
        catch (JsonException e)
        {
            foreach (var (field, message) in JsonMistakes.Of(e, "", "The body", "is not the kind of value that is expected")) Fail(field, message);
        }
        catch (NotSupportedException e) when (JsonMistakes.OfKind(e, "") is { } mistake)
        {
            Fail(mistake.Field, mistake.Message);
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
}
