using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;

namespace Ermine.Http.Caching;

/// <summary>Puts ASP.NET Core's output cache before the endpoints that carry <c>[OutputCache]</c>, and before no other.</summary>
internal static class OutputCacheConvention
{
    public static Action<IEndpointConventionBuilder> Of(IServiceProvider services) => mapped => mapped.Add(endpoint =>
    {
        if (!endpoint.Metadata.OfType<OutputCacheAttribute>().Any()) return;
        var next = endpoint.RequestDelegate!;
        var cached = new ApplicationBuilder(services).UseOutputCache();
        cached.Run(next);
        endpoint.RequestDelegate = cached.Build();
    });
}
