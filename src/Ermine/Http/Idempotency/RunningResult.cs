using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ermine.Http.Idempotency;

/// <summary>Says that the first request with the key is still under way, and when to ask again.</summary>
internal sealed class RunningResult(TimeSpan wait) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.RetryAfter = Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, 5).ToString(CultureInfo.InvariantCulture); // it is most likely done long before its lease ends
        return Problems.Status(StatusCodes.Status409Conflict, "The first request with this Idempotency-Key is still under way; repeat this one later.").ExecuteAsync(httpContext);
    }
}
