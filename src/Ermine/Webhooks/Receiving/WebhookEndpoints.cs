using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Webhooks.Receiving;

/// <summary>The addresses of the webhooks that this node runs functions for. Who may call them is not asked: the signature says it.</summary>
internal static class WebhookEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<WebhookReceivers>().AreMapped = true;
        foreach (var function in app.ServiceProvider.GetRequiredService<FunctionCatalog>().Functions.OfType<FunctionDescriptor<WebhookAttribute>>())
        {
            app.MapPost($"{WebhookEndpoint.Root}/{function.Trigger.Name}", (RequestDelegate)new WebhookEndpoint(function, app.ServiceProvider).InvokeAsync)
                .WithDisplayName($"{function.Id} by webhook").AllowAnonymous();
        }
    }
}
