using Ermine.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Events;

/// <summary>Declares the subscriptions that stand in the code, before anything is published, and deletes what is old while the app runs.</summary>
internal sealed class EventSubscriber(EventRoutes routes, FunctionCatalog catalog, PayloadSerializer serializer, EventSettings settings, ILogger<EventSubscriber> log, ISubscriptionStore? store = null, IArchiveStore? archive = null) : BackgroundService
{
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        RuleEnumCheck.ThrowIfOtherwise(catalog, serializer);
        if (store is null) return; // an app without a database publishes nothing

        var declared = catalog.DeclaredSubscriptions();
        if (declared.Count > 0)
        {
            await store.UpsertAsync(declared, null, cancellationToken);
            routes.Load(await store.LoadAsync(cancellationToken));
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(BetweenTidying * (0.5 + Random.Shared.NextDouble()), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends it
            if (!stoppingToken.IsCancellationRequested) await TidyAsync(stoppingToken);
        }
    }

    /// <summary>Deletes once what is old.</summary>
    internal async Task TidyAsync(CancellationToken ct)
    {
        try
        {
            await store!.TidyAsync([.. catalog.DeclaredSubscriptions().Select(s => s.Name)], EventSettings.SubscriptionsKept, ct);
            await archive!.TidyAsync(settings.KeptOn, EventSettings.ReplaysKept, ct);
        }
        catch (Exception e)
        {
            if (!ct.IsCancellationRequested) EventLog.NotTidied(log, e); // the next time will do
        }
    }
}
