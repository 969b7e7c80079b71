using System.Collections.Concurrent;
using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Http.RateLimits;

/// <summary>Puts the limit of <c>[RateLimit]</c> before a function's endpoints; several routes of one function share it.</summary>
internal static class RateLimitConvention
{
    public static Action<IEndpointConventionBuilder> Of(IServiceProvider services)
    {
        var limiters = new ConcurrentDictionary<string, IRateLimiter>(StringComparer.Ordinal);
        return mapped => mapped.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<RateLimitAttribute>().FirstOrDefault() is not { } limit || endpoint.Metadata.OfType<FunctionDescriptor>().FirstOrDefault() is not { } function) return;
            var policy = RateLimitPolicy.Of(function, limit);
            var limiter = limiters.GetOrAdd(function.Id, _ => limit.Global ? new GlobalRateLimiter(policy, services.GetRequiredService<IWorkStore>(), services.GetRequiredService<TimeProvider>()) : new NodeRateLimiter(policy));
            endpoint.RequestDelegate = new RateLimited(policy, limiter, endpoint.RequestDelegate!, services.GetRequiredService<ILogger<RateLimited>>()).InvokeAsync;
        });
    }
}
