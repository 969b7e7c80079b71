using Ermine.Http;
using Ermine.Http.Versions;
using Ermine.Kernel;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps what Ermine serves over HTTP.</summary>
public static class ErmineEndpoints
{
    /// <summary>Maps every function with <c>[Rest]</c>, <c>/health/live</c> and <c>/health/ready</c>, and what operators use under <c>/_ermine</c>.</summary>
    /// <exception cref="ErmineStartupException">A route is no method and template.</exception>
    public static IEndpointRouteBuilder MapErmine(this IEndpointRouteBuilder app)
    {
        var services = app.ServiceProvider;
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var bodyJson = StrictJson.Of(json);
        var conventions = services.GetKeyedServices<Action<IEndpointConventionBuilder>>("ermine").ToArray();
        services.GetRequiredService<HttpSettings>().UseIn(app);
        var routes = new VersionedRoutes(app);
        foreach (var function in services.GetRequiredService<FunctionCatalog>().Functions.OfType<FunctionDescriptor<Ermine.RestAttribute>>())
        {
            var (method, template) = RestRoute.Of(function);
            var endpoint = new RestEndpoint(function, services, bodyJson, json);
            foreach (var mapped in routes.Map(function, method, template, endpoint.Delegate))
            {
                mapped.WithDisplayName(function.Id).WithMetadata([function, .. function.Metadata]);
                foreach (var convention in conventions) convention(mapped); // what other slices put around a function
            }
        }

        foreach (var map in services.GetKeyedServices<Action<IEndpointRouteBuilder>>("ermine")) map(app); // what other slices serve
        HealthEndpoints.Map(app);
        services.GetRequiredService<MappedEndpoints>().AreMapped = true;
        return app;
    }
}
