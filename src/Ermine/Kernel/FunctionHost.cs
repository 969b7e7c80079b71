using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ermine.Kernel;

/// <summary>Starts a pump for every function that pulls its work, and on stopping lets them finish or hand back.</summary>
internal sealed class FunctionHost(
    FunctionCatalog catalog, Dispatcher dispatcher, IServiceProvider services, IOptions<ErmineOptions> options, ILogger<FunctionHost> log) : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _drained = new();
    private Task _pumps = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        CatalogCheck.ThrowIfFaulty(catalog);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var pumps = new List<Task>();
        foreach (var function in catalog.Functions)
        {
            if (function.CreateSource(services) is not { } source) continue;
            pumps.Add(Task.Run(() => new Pump(function, source, dispatcher, log).RunAsync(_stopping.Token, _drained.Token), CancellationToken.None));
        }

        _pumps = Task.WhenAll(pumps);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _drained.CancelAfter(TimeSpan.FromSeconds(options.Value.DrainSeconds));
        await _pumps.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the host's own limit ends the wait; leases then do the rest
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _stopping.Dispose();
        _drained.Dispose();
    }
}
