using Ermine.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Schedules.ScheduleProvider))]

namespace Ermine.Schedules;

/// <summary>Registers schedules. Called by the generated <c>AddErmine()</c>.</summary>
public static class ScheduleProvider
{
    /// <summary>Registers the trigger, the scheduler, and what the app makes and operators see; nothing in an app without a function that has a schedule.</summary>
    /// <exception cref="ErmineStartupException">A schedule or its zone is none, or two functions would share a queue.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        if (!catalog.Scheduled().Any()) return;

        DeclaredSchedules.Of(catalog, DateTimeOffset.UnixEpoch); // so that what is wrong is said before anything starts
        foreach (var queue in FunctionQueue.All(catalog, ScheduleFunctions.Kind, catalog.ScheduledFunctions())) catalog.AddContract(new QueueAttribute(queue));

        var services = builder.Services;
        services.AddSingleton<ITriggerFactory<ScheduleAttribute>, ScheduleTriggerFactory>();
        services.AddSingleton(ScheduleSettings.Of(builder.Configuration));
        services.AddScoped<ISchedules, Schedules>();
        services.AddHostedService<Scheduler>();
        services.Configure<PayloadOptions>(options => options.Json.TypeInfoResolverChain.Add(ScheduleJson.Default));
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => ScheduleEndpoints.Map); // MapErmine() asks for it
    }
}
