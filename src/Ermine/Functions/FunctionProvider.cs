using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Functions.FunctionProvider))]

namespace Ermine.Functions;

/// <summary>Registers functions on demand. Called by the generated <c>AddErmine()</c>.</summary>
public static class FunctionProvider
{
    /// <summary>Registers the trigger, the means to call, and what is served under <c>/_ermine/functions</c>.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var services = builder.Services;
        services.AddSingleton<ITriggerFactory<OnDemandAttribute>, OnDemandTriggerFactory>();
        services.AddSingleton<CallTargets>();
        services.AddSingleton<FunctionCalls>();
        services.AddScoped<IFunctions, Functions>();
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => FunctionEndpoints.Map); // MapErmine() asks for it
        if (FunctionEndpoints.PolicyOf(builder.Configuration) is not null || catalog.Functions.Any(f => f.Metadata.OfType<IAuthorizeData>().Any())) services.AddAuthorization();
    }
}
