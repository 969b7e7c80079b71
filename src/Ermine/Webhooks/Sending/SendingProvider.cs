using Ermine.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Webhooks.Sending.SendingProvider))]

namespace Ermine.Webhooks.Sending;

/// <summary>Registers what sends events to others. Called by the generated <c>AddErmine()</c>.</summary>
public static class SendingProvider
{
    /// <summary>Registers the destinations of configuration, what the app makes of them while it runs, and what operators see.</summary>
    /// <exception cref="ErmineStartupException">A setting is not right, or something else of the app has the name of a destination's queue.</exception>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var settings = WebhookSettings.Of(builder.Configuration, builder.Environment);
        foreach (var destination in settings.Destinations)
        {
            if (DestinationCheck.TakenBy(destination.Name, catalog) is { } taken) throw new ErmineStartupException(taken);
            catalog.AddContract(new QueueAttribute(StoredDestination.QueueOf(destination.Name)));
        }

        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(new AddressGuard(settings));
        services.AddSingleton<IWebhookWriter, EventWriter>();
        services.AddSingleton<WebhookWriters>();
        services.AddSingleton<WebhookPoster>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<WebhookSender>(provider)); // looked into where it is asked for: an app without a database has no store
        services.AddHostedService(static provider => provider.GetRequiredService<WebhookSender>());
        services.AddScoped<IWebhookDestinations>(static scope => ActivatorUtilities.CreateInstance<WebhookDestinations>(scope));
        services.AddScoped<IWebhookDeliveries>(static scope => ActivatorUtilities.CreateInstance<WebhookDeliveries>(scope));
        services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (_, _) => WebhookEndpoints.Map); // MapErmine() asks for it
    }
}
