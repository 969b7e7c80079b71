using Microsoft.AspNetCore.Http;

namespace Ermine.Http.RateLimits;

/// <summary>Counts the calls of one function.</summary>
internal interface IRateLimiter
{
    /// <summary>Takes one call of those that its caller has left.</summary>
    ValueTask<RateLimitGrant> TakeAsync(HttpContext context);
}
