using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Auth;

/// <summary>Everyone whose tokens the app takes.</summary>
internal sealed class TokenIssuers : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, TokenIssuer> _byIssuer;

    public TokenIssuers(AuthSettings settings, IHostEnvironment environment, TimeProvider clock, TokenCache cache, ILogger<TokenIssuers> log) => _byIssuer = settings.Issuers.ToDictionary(
        i => i.Issuer,
        i => new TokenIssuer(i, new IssuerKeys(i, KeySource.Of(i, environment.ContentRootPath), clock, log, cache.Clear)), // a key more or less: nothing that was judged before is kept
        StringComparer.Ordinal);

    /// <summary>The issuer of that name; null for a stranger.</summary>
    public TokenIssuer? Find(string issuer) => _byIssuer.GetValueOrDefault(issuer);

    /// <summary>Reads the keys that are due.</summary>
    public async Task WatchAsync(CancellationToken ct)
    {
        foreach (var issuer in _byIssuer.Values) await issuer.Keys.WatchAsync(ct);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look); // real time, whatever clock tokens are judged by
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await WatchAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The app stops.
        }
    }

    public override void Dispose()
    {
        foreach (var issuer in _byIssuer.Values) issuer.Keys.Dispose();
        base.Dispose();
    }
}
