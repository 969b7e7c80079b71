using Ermine.Http.Caching;
using Ermine.Http.ETags;
using Ermine.Http.Idempotency;
using Ermine.Http.Paging;
using Ermine.Http.RateLimits;
using Ermine.Http.Versions;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Http.HttpProvider))]

namespace Ermine.Http;

/// <summary>Registers endpoints. Called by the generated <c>AddErmine()</c>.</summary>
public static class HttpProvider
{
    /// <summary>Registers the trigger, health checks, problem details, and authorization if any function asks for it.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var services = builder.Services;
        services.AddLog<RestEndpoint>();
        services.AddSingleton<MappedEndpoints>();
        services.AddSingleton<ITriggerFactory<RestAttribute>, RestTriggerFactory>();
        services.AddHostedService<AddressReport>();
        services.AddHealthChecks();
        services.AddProblemDetails().AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        HttpSettings.Of(builder.Configuration).AddTo(services);
        AddHabits(services, catalog);
        if (catalog.Functions.Any(f => f.Metadata.OfType<IAuthorizeData>().Any())) services.AddAuthentication().Services.AddAuthorization();
    }

    // What no function asks for is not registered. What stands around an endpoint: the first registered is the innermost.
    private static void AddHabits(IServiceCollection services, FunctionCatalog catalog)
    {
        services.AddSingleton<HabitFactory>(ETagHabit.Of); // first, as it refuses without asking anybody
        services.AddSingleton<HabitFactory>(PagingHabit.Of);
        services.AddSingleton<HabitFactory>(IdempotencyHabit.Of); // last, as it takes a key
        if (Has<OutputCacheAttribute>(catalog)) services.AddOutputCache().AddKeyedSingleton("ermine", (provider, _) => OutputCacheConvention.Of(provider));
        foreach (var function in catalog.Functions)
        {
            foreach (var limit in function.Metadata.OfType<RateLimitAttribute>()) RateLimitPolicy.Of(function, limit); // a mistake is told at the start, not with the first request
            foreach (var deprecated in function.Metadata.OfType<DeprecatedAttribute>()) _ = new DeprecationHeaders(function, deprecated);
        }

        if (Has<RateLimitAttribute>(catalog)) services.AddKeyedSingleton("ermine", (provider, _) => RateLimitConvention.Of(provider));
        if (Has<DeprecatedAttribute>(catalog)) services.AddKeyedSingleton<Action<IEndpointConventionBuilder>>("ermine", static (_, _) => DeprecationConvention.Apply);
        if (Has<ApiVersionAttribute>(catalog)) services.AddSingleton<MatcherPolicy, ApiVersionPolicy>();
    }

    private static bool Has<T>(FunctionCatalog catalog) => catalog.Functions.Any(f => f.Metadata.OfType<T>().Any());
}
