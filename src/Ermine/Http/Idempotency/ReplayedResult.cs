using Microsoft.AspNetCore.Http;

namespace Ermine.Http.Idempotency;

/// <summary>Gives the answer that was given before.</summary>
internal sealed class ReplayedResult(StoredAnswer answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers["Idempotency-Replayed"] = "true";
        return answer.WriteAsync(httpContext);
    }
}
