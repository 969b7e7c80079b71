using Ermine.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Queues.QueueProvider))]

namespace Ermine.Queues;

/// <summary>Registers queues. Called by the generated <c>AddErmine()</c>.</summary>
public static class QueueProvider
{
    /// <summary>Registers the trigger and the means to send.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        foreach (var queue in catalog.QueuesRead()) catalog.AddContract(new QueueAttribute(queue)); // some are named by their trigger only
        catalog.AddDeadLetterQueues();

        builder.Services.AddSingleton<ITriggerFactory<QueueTriggerAttribute>, QueueTriggerFactory>();
        builder.Services.AddSingleton<ITriggerFactory<DeadLetterTriggerAttribute>, DeadLetterTriggerFactory>();
        builder.Services.Configure<PayloadOptions>(static options => options.Json.TypeInfoResolverChain.Add(QueueJson.Default)); // a dead letter is a payload, too
        builder.Services.AddSingleton<IQueues>(static provider => ActivatorUtilities.CreateInstance<Queues>(provider)); // looked into where it is asked for: an app without a database has none
        builder.Services.AddScoped(typeof(IQueue<>), typeof(Queue<>));
        AddAdministration(builder);
    }

    private static void AddAdministration(IHostApplicationBuilder builder)
    {
        builder.Services.AddKeyedSingleton<Action<IEndpointRouteBuilder>>("ermine", static (provider, _) => // MapErmine() asks for it, when slices that come after this one have said which queues their functions have
            provider.GetRequiredService<FunctionCatalog>().Contracts.OfType<QueueAttribute>().Any() ? QueueEndpoints.Map : static _ => { });
    }
}
