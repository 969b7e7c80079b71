using Ermine.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Events.EventProvider))]

namespace Ermine.Events;

/// <summary>Registers the event bus. Called by the generated <c>AddErmine()</c>.</summary>
public static class EventProvider
{
    /// <summary>Registers the trigger, the bus, and what the app makes and operators see.</summary>
    /// <exception cref="ErmineStartupException">A pattern is none, a bus is called as none may be, or two functions would share a queue.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        catalog.DeclaredSubscriptions(); // so that what is wrong is said before anything starts
        foreach (var queue in FunctionQueue.All(catalog, EventFunctions.Kind, catalog.Subscribers().Select(f => f.Id))) catalog.AddContract(new QueueAttribute(queue));

        var services = builder.Services;
        services.AddScoped<IEventBus>(static scope => ActivatorUtilities.CreateInstance<EventBus>(scope)); // looked into where it is asked for: an app without a database has none
        services.AddScoped<IEventSubscriptions>(static scope => ActivatorUtilities.CreateInstance<EventSubscriptions>(scope));
        services.AddSingleton<IEventArchive>(static provider => ActivatorUtilities.CreateInstance<EventArchive>(provider));
        services.TryAddSingleton<EventRoutes>();
        services.AddSingleton(EventSettings.Of(builder.Configuration));
        services.AddHostedService<EventSubscriber>();
        services.AddSingleton<IFunctionMiddleware, PipeMiddleware>();
        if (!catalog.Subscribers().Any()) return;

        services.AddHostedService<EventReplayer>();
        services.AddSingleton<ITriggerFactory<EventRuleAttribute>, EventRuleTriggerFactory>();
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => EventEndpoints.Map); // MapErmine() asks for it
    }
}
