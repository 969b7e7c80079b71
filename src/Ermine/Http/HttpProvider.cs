using Ermine.Http.ETags;
using Ermine.Http.Idempotency;
using Ermine.Http.Paging;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: Ermine.ErmineProvider(typeof(Ermine.Http.HttpProvider))]

namespace Ermine.Http;

/// <summary>Registers endpoints. Called by the generated <c>AddErmine()</c>.</summary>
public static class HttpProvider
{
    /// <summary>Registers the trigger, health checks, problem details, and authorization if any function asks for it.</summary>
    public static void AddTo(IHostApplicationBuilder builder, FunctionCatalog catalog)
    {
        var services = builder.Services;
        services.AddSingleton<MappedEndpoints>();
        services.AddSingleton<ITriggerFactory<RestAttribute>, RestTriggerFactory>();
        services.AddHostedService<AddressReport>();
        services.AddHealthChecks();
        services.AddProblemDetails();
        services.AddSingleton<HabitFactory>(ETagHabit.Of); // first, as it refuses without asking anybody
        services.AddSingleton<HabitFactory>(PagingHabit.Of);
        services.AddSingleton<HabitFactory>(IdempotencyHabit.Of); // last, as it takes a key
        if (catalog.Functions.Any(f => f.Metadata.OfType<IAuthorizeData>().Any())) services.AddAuthentication().Services.AddAuthorization();
    }
}
