using Ermine.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Webhooks.Receiving.ReceivingProvider))]

namespace Ermine.Webhooks.Receiving;

/// <summary>Registers what takes webhooks in. Called by the generated <c>AddErmine()</c>.</summary>
public static class ReceivingProvider
{
    /// <summary>Registers the trigger and the addresses; nothing in an app without a function that has a webhook.</summary>
    /// <exception cref="ErmineStartupException">A webhook is called as none may be, two are called alike or would share a queue, or settings do not go together.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        if (!catalog.Receivers().Any()) return;

        catalog.Check(); // so that what is wrong is said before anything starts
        foreach (var queue in FunctionQueue.All(catalog, WebhookFunctions.Kind, catalog.Receivers().Select(f => f.Id))) catalog.AddContract(new QueueAttribute(queue));

        var services = builder.Services;
        services.AddSingleton(static provider => new WebhookReceivers(provider.GetRequiredService<IConfiguration>(), provider.GetService<IEd25519>()));
        services.AddSingleton<ITriggerFactory<WebhookAttribute>, WebhookTriggerFactory>();
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => WebhookEndpoints.Map); // MapErmine() asks for it
    }
}
