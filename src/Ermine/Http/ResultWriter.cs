using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

/// <summary>Writes one kind of result. One instance serves all requests, so that an answer allocates nothing for it.</summary>
internal abstract class ResultWriter
{
    public static ResultWriter Executing { get; } = new ExecutingWriter();

    public static ResultWriter Text { get; } = new TextWriter();

    public abstract Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result);

    private sealed class ExecutingWriter : ResultWriter
    {
        public override Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result) => ((IResult)result!).ExecuteAsync(context);
    }

    private sealed class TextWriter : ResultWriter
    {
        public override Task WriteAsync(HttpContext context, RestEndpoint endpoint, object? result)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.WriteAsync((string)result!, context.RequestAborted);
        }
    }
}
