using CloudNative.CloudEvents;
using Ermine.Kernel;
using Ermine.Webhooks.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.CloudEvents.CloudEventsProvider))]

namespace Ermine.CloudEvents;

/// <summary>Registers what writes CloudEvents for destinations of webhooks. Called by the generated <c>AddErmine()</c>.</summary>
public static class CloudEventsProvider
{
    /// <summary>Registers it, whether or not a destination has such a format.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        builder.Services.AddSingleton<IWebhookWriter>(new CloudEventWriter(WebhookFormat.CloudEvents, ContentMode.Structured));
        builder.Services.AddSingleton<IWebhookWriter>(new CloudEventWriter(WebhookFormat.CloudEventsBinary, ContentMode.Binary));
    }
}
