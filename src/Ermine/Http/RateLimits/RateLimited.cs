using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ermine.Http.RateLimits;

/// <summary>Stands before an endpoint with <c>[RateLimit]</c>, behind its authorization.</summary>
internal sealed partial class RateLimited(RateLimitPolicy policy, IRateLimiter limiter, RequestDelegate next, ILogger<RateLimited> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        RateLimitGrant grant;
        try
        {
            grant = await limiter.TakeAsync(context);
        }
        catch (Exception e) when (!context.RequestAborted.IsCancellationRequested)
        {
            NotCounted(log, e, policy.Function); // a limit that nobody holds would invite whom it is to keep out
            await Problems.Status(StatusCodes.Status503ServiceUnavailable, "The limit of calls cannot be looked up; repeat the request later.").ExecuteAsync(context);
            return;
        }

        var headers = context.Response.Headers;
        var seconds = Math.Max(1, (long)Math.Ceiling(grant.Wait.TotalSeconds));
        headers["RateLimit-Policy"] = policy.Header;
        headers["RateLimit"] = grant.IsGranted ? string.Create(CultureInfo.InvariantCulture, $"\"default\";r={grant.Remaining}") : string.Create(CultureInfo.InvariantCulture, $"\"default\";r=0;t={seconds}");
        if (grant.IsGranted)
        {
            await next(context);
            return;
        }

        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Problems.Status(StatusCodes.Status429TooManyRequests, "You have called this too often; wait, and call again.").ExecuteAsync(context);
    }

    [LoggerMessage(421, LogLevel.Error, "The limit of '{Function}' over all nodes cannot be looked up, so its calls are answered with 503.")]
    private static partial void NotCounted(ILogger log, Exception e, string function);
}
