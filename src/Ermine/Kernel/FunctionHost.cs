using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Ermine.Kernel;

/// <summary>Starts a pump for every function that pulls its work, and on stopping lets them finish or hand back.</summary>
internal sealed class FunctionHost(
    FunctionCatalog catalog, Dispatcher dispatcher, IServiceProvider services, IHostApplicationLifetime lifetime, ILogger<FunctionHost> log) : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _drained = new();
    private List<Pump> _made = [];
    private Task _pumps = Task.CompletedTask;
    private int _stops;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(StartupFailure.Stopping);
        CatalogCheck.ThrowIfFaulty(catalog);
        return Task.CompletedTask;
    }

    // The database is ready, and the server does not listen yet: what is wrong with a function is said before anybody could call it.
    public async Task StartAsync(CancellationToken cancellationToken) => _made = await MakePumpsAsync();

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var made = Interlocked.Exchange(ref _made, []);
        _pumps = Task.WhenAll(made.Select(pump => Task.Run(() => pump.RunAsync(_stopping.Token, _drained.Token), CancellationToken.None)));
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _stops, 1) == 0) // under a test host an app is stopped by its own RunAsync and by its factory, even after it was disposed
        {
            _drained.CancelAfter(TimeSpan.FromSeconds(services.GetRequiredService<IOptions<ErmineOptions>>().Value.DrainSeconds));
            await _stopping.CancelAsync();
        }

        await _pumps.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // the host's own limit ends the wait; leases then do the rest
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A host whose start failed has made pumps and not run them.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var pump in Interlocked.Exchange(ref _made, [])) await pump.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stops, 1) == 0) _stopping.Cancel(); // neither was it stopped
        _stopping.Dispose();
        _drained.Dispose();
    }

    // All of them before the first runs: if one cannot be made, the app does not start, and no work may have been taken.
    private async Task<List<Pump>> MakePumpsAsync()
    {
        var pumps = new List<Pump>();
        try
        {
            foreach (var function in catalog.Functions)
            {
                if (function.CreateSource(services) is { } source) pumps.Add(new Pump(function, source, dispatcher, log));
            }

            return pumps;
        }
        catch
        {
            foreach (var pump in pumps) await pump.DisposeAsync();
            throw;
        }
    }
}
