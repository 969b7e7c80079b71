using Ermine.Kernel;
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
        services.AddSingleton<RunTargets>();
        services.AddScoped(RunsOf);
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => FunctionEndpoints.Map); // MapErmine() asks for it
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => RunEndpoints.Map);
    }

    // By hand, since an app in which nothing keeps runs is a good one until it asks for them.
    private static IRuns RunsOf(IServiceProvider scope) => scope.GetService<IRunStore>() is { } store
        ? new Runs(scope.GetRequiredService<Outbox>(), scope.GetRequiredService<RunTargets>(), store, scope.GetRequiredService<PayloadSerializer>())
        : throw new InvalidOperationException("Nothing keeps asynchronous runs in this app: reference a package that does, such as Ermine.Postgres.");
}
