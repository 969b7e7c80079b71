using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Ermine.Kernel;

/// <summary>Starts a pump for every function that pulls its work, and on stopping lets them finish or hand back.</summary>
internal sealed class FunctionHost(FunctionCatalog catalog, Pumps pumps, IServiceProvider services, IOptions<ErmineOptions> options, IHostApplicationLifetime lifetime) : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private List<Pump> _made = [];

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
        pumps.Start(Interlocked.Exchange(ref _made, []));
        return Task.CompletedTask;
    }

    // Without the services: a host that is stopped a second time may have disposed of them.
    public Task StoppingAsync(CancellationToken cancellationToken) => pumps.StopAsync(TimeSpan.FromSeconds(options.Value.DrainSeconds), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A host whose start failed has made pumps and not run them.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var pump in Interlocked.Exchange(ref _made, [])) await pump.DisposeAsync();
    }

    void IDisposable.Dispose()
    {
        // for a container that is disposed synchronously, which refuses what can only be disposed otherwise
    }

    // All of them before the first runs: if one cannot be made, the app does not start, and no work may have been taken.
    private async Task<List<Pump>> MakePumpsAsync()
    {
        var made = new List<Pump>();
        try
        {
            foreach (var function in catalog.Functions)
            {
                if (function.CreateSource(services) is { } source) made.Add(pumps.Of(function, source));
            }

            return made;
        }
        catch
        {
            foreach (var pump in made) await pump.DisposeAsync();
            throw;
        }
    }
}
