using Microsoft.Extensions.Logging;

namespace Ermine.Auth;

/// <summary>The keys of one issuer, read again as they change. One that is published no more counts for the grace that its issuer has.</summary>
internal sealed class IssuerKeys(IssuerSettings settings, KeySource source, TimeProvider clock, ILogger log, Action changed) : IDisposable
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(30); // between two looks that unknown names of keys ask for

    private readonly SemaphoreSlim _reading = new(1);
    private IReadOnlyList<SigningKey> _keys = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>The keys that a token may be signed with. A name that is not known is looked for again, but not more often than each 30 s.</summary>
    /// <exception cref="TokenRefusedException">There is none.</exception>
    public async ValueTask<IReadOnlyList<SigningKey>> FindAsync(string? id, string algorithm, CancellationToken ct)
    {
        var found = Find(id);
        if (found.Count == 0 && clock.GetUtcNow() - _readAt >= LeastPause)
        {
            await ReadAsync(LeastPause, ct);
            found = Find(id);
        }

        if (found.Count == 0) throw new TokenRefusedException($"no key of issuer '{settings.Name}' is the one that it names");
        var fitting = found.Where(k => k.Algorithms.Contains(algorithm)).ToArray();
        if (fitting.Length == 0) throw new TokenRefusedException($"its algorithm is not that of the key of issuer '{settings.Name}'");
        return fitting.FirstOrDefault(k => k.Weakness is not null) is { } weak ? throw new TokenRefusedException(weak.Weakness!) : fitting;
    }

    /// <summary>Reads the keys where they are due: what is in a file when the file has changed, what is published as often as the settings say.</summary>
    public Task WatchAsync(CancellationToken ct) => _readAt == DateTimeOffset.MinValue || !(source.HasChanged || clock.GetUtcNow() - _readAt >= settings.Refresh) ? Task.CompletedTask : ReadAsync(TimeSpan.Zero, ct);

    public void Dispose() => _reading.Dispose();

    private List<SigningKey> Find(string? id)
    {
        var now = clock.GetUtcNow();
        return [.. _keys.Where(k => (id is null || k.Id == id) && !(k.RetiresAt <= now))];
    }

    private async Task ReadAsync(TimeSpan leastAge, CancellationToken ct)
    {
        await _reading.WaitAsync(ct);
        try
        {
            if (_readAt != DateTimeOffset.MinValue && clock.GetUtcNow() - _readAt < leastAge) return; // somebody else has just looked
            Take(await source.ReadAsync(ct));
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested) // the network, the file, or what stands there: the keys known so far go on to count
        {
            AuthLog.KeysNotRead(log, settings.Name, source.Place, e.Message);
        }
        finally
        {
            _readAt = clock.GetUtcNow();
            _reading.Release();
        }
    }

    private void Take(IReadOnlyList<SigningKey> published)
    {
        var known = published.Select(k => k.Thumbprint).ToHashSet(StringComparer.Ordinal);
        var before = _keys.Where(k => k.RetiresAt is null).Select(k => k.Thumbprint).ToHashSet(StringComparer.Ordinal);
        if (known.SetEquals(before)) return;

        var now = clock.GetUtcNow();
        var retiring = _keys.Where(k => !known.Contains(k.Thumbprint) && !(k.RetiresAt <= now)).Select(k => k with { RetiresAt = k.RetiresAt ?? now + settings.Grace });
        _keys = [.. published, .. retiring];
        if (before.Count > 0) changed(); // the first keys make nothing wrong that was judged before: there is nothing
        AuthLog.KeysRead(log, settings.Name, published.Count, source.Place);
    }
}
