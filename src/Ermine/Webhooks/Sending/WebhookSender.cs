using Ermine.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Webhooks.Sending;

/// <summary>Delivers to each destination from its queue, one pump for each, and follows the destinations as they come, change and go on any node.</summary>
internal sealed class WebhookSender(
    WebhookPoster poster, WebhookWriters writers, WebhookSettings settings, Pumps pumps, IServiceProvider services, TimeProvider time, ILogger<WebhookSender> log, IWebhookStore? store = null) : BackgroundService
{
    private const int AtATime = 8; // to one destination, from one node
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenIdleLooks = TimeSpan.FromSeconds(10); // where there is no destination at all, as in most apps
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromMinutes(5);

    private readonly WebhookDeliverer? _deliverer = store is null ? null : new(poster, store, time, log);
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private readonly Dictionary<string, RunningDestination> _running = new(StringComparer.Ordinal);
    private readonly HashSet<string> _declared = [.. settings.Destinations.Select(d => d.Name)];
    private long _version = -1;
    private bool _isFailing;

    private IWebhookStore Store => store ?? throw new ErmineStartupException("Webhooks are sent from a database, and this app has none: reference Ermine.Postgres, or remove what stands under Ermine:Webhooks:Destinations.");

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (store is null && _declared.Count == 0) return; // an app without a database sends none

        if (settings.Destinations.Select(writers.FaultOf).FirstOrDefault(fault => fault is not null) is { } fault) throw new ErmineStartupException($"The destination {fault}");
        foreach (var destination in settings.Destinations) await Store.UpsertAsync(destination, isDeclared: true, WebhookSecret.Create(), null, cancellationToken);
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await _refreshing.WaitAsync(CancellationToken.None);
        foreach (var running in _running.Values) await running.StopAsync();
        _running.Clear();
        _refreshing.Release();
    }

    /// <summary>Takes over the destinations as they are stored now.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await _refreshing.WaitAsync(ct);
        try
        {
            if (await Store.VersionAsync(ct) == _version) return;

            var stored = await Store.LoadAsync(ct);
            var wanted = stored.Destinations.Where(d => d.DisabledAt is null && (!d.IsDeclared || _declared.Contains(d.Name))).ToDictionary(d => d.Name, StringComparer.Ordinal); // what another build has declared is delivered by that
            foreach (var (name, destination) in wanted.Where(d => writers.Find(d.Value.Format) is null).ToArray())
            {
                wanted.Remove(name);
                WebhookLog.NotWritten(log, name, destination.Format);
            }

            foreach (var (name, running) in _running.ToArray())
            {
                if (wanted.GetValueOrDefault(name)?.MaxRate == running.Destination.MaxRate && wanted.ContainsKey(name)) continue;

                _running.Remove(name);
                await running.StopAsync();
            }

            foreach (var destination in wanted.Values)
            {
                if (_running.TryGetValue(destination.Name, out var running)) running.Destination = destination;
                else _running[destination.Name] = Start(destination);
            }

            _version = stored.Version;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var tidied = TimeProvider.System.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = _running.Count == 0 ? BetweenIdleLooks : BetweenLooks;
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends it
            if (stoppingToken.IsCancellationRequested) return;

            await TryAsync(RefreshAsync, WebhookLog.NotRefreshed, stoppingToken);
            if (TimeProvider.System.GetElapsedTime(tidied) < BetweenTidying * (0.5 + Random.Shared.NextDouble())) continue;

            tidied = TimeProvider.System.GetTimestamp();
            await TryAsync(ct => Store.TidyAsync([.. _declared], settings.Kept, WebhookSettings.DestinationsKept, ct), WebhookLog.NotTidied, stoppingToken);
        }
    }

    private async Task TryAsync(Func<CancellationToken, Task> act, Action<ILogger, string> failed, CancellationToken ct)
    {
        try
        {
            await act(ct);
            _isFailing = false;
        }
        catch (Exception e)
        {
            if (ct.IsCancellationRequested) return;
            if (!_isFailing) failed(log, e.Message); // once, and not each second of an outage; the next time will do
            _isFailing = true;
        }
    }

    private RunningDestination Start(StoredDestination destination)
    {
        var running = new RunningDestination(destination);
        var function = new FunctionDescriptor<DestinationTriggerAttribute>(
            StoredDestination.SubscriptionOf(destination.Name), new FunctionAttribute { MaxAttempts = RetrySchedule.Attempts, MaxConcurrency = AtATime }, new DestinationTriggerAttribute(), null, InputShape.Message,
            (invocation, ct) => _deliverer!.DeliverAsync(running, ((WorkInvocation)invocation).Input.Messages[0], ct), []);
        var source = new WorkSource(function, new WorkOptions(destination.Queue) { MaxRate = Rate.TryParse(destination.MaxRate, out var rate) ? rate : null }, services);
        running.Begin(until => pumps.RunAsync(function, source, until));
        return running;
    }
}
