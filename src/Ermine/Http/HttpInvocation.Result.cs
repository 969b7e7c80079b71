using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    private object? _result;
    private ResultWriter? _writer;

    /// <summary>The value that is answered: what the function returned, or what is within its typed result.</summary>
    internal object? Result
    {
        get
        {
            var result = _result;
            while (result is INestedHttpResult nested) result = nested.Result; // one of several
            return result is IValueHttpResult value ? value.Value : result is IResult ? null : result;
        }
    }

    /// <summary>The status of the answer, as far as it is known before it is written: 200 where nothing says another.</summary>
    internal int Status
    {
        get
        {
            var result = _result;
            while (result is INestedHttpResult nested) result = nested.Result;
            return _writer == NotFoundWriter.Instance ? StatusCodes.Status404NotFound : (result as IStatusCodeHttpResult)?.StatusCode ?? Input.Response.StatusCode;
        }
    }

    /// <summary>The answer as it was committed; null where it is written straight away.</summary>
    internal StoredAnswer? Stored { get; set; }

    /// <summary>Answers with what an ASP.NET Core result writes.</summary>
    public void Respond(IResult? result)
    {
        _result = result;
        _writer = result is null ? NotFoundWriter.Instance : ResultWriter.Executing;
    }

    /// <summary>Answers 200 with a value as JSON, written by its declared type, or 404 where it is null.</summary>
    public void RespondJson<T>(T? value)
    {
        _result = value;
        _writer = value is null ? NotFoundWriter.Instance : JsonWriter<T>.Instance;
    }

    /// <summary>Answers 200 with plain text, or 404 where it is null.</summary>
    public void RespondText(string? value)
    {
        _result = value;
        _writer = value is null ? NotFoundWriter.Instance : ResultWriter.Text;
    }

    /// <summary>Writes the answer: what the function responded, or 204 where it has no result and set no status itself.</summary>
    internal Task WriteAsync()
    {
        if (_writer is not null) return _writer.WriteAsync(Input, _endpoint, _result);

        if (Input.Response is { HasStarted: false, StatusCode: StatusCodes.Status200OK } response) response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
