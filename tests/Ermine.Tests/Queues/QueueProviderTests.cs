using Ermine.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Tests.Queues;

public sealed class QueueProviderTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Operators_can_reach_the_queues_of_an_app_whose_only_ones_are_those_of_schedules_or_webhooks(bool hasQueues)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var catalog = new FunctionCatalog();
        KernelProvider.AddTo(builder, catalog);
        QueueProvider.AddTo(builder, catalog);
        if (hasQueues) catalog.AddContract(new QueueAttribute("webhook-paying-note"));
        using var services = builder.Services.BuildServiceProvider();

        var mapped = services.GetKeyedServices<Action<IEndpointRouteBuilder>>("ermine").Any(map => map.Method.DeclaringType == typeof(QueueEndpoints));

        Assert.Equal(hasQueues, mapped);
    }
}
