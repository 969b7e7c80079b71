using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Renews the leases of all that a source has handed out or holds ready, at a third of their length.</summary>
internal sealed class Heartbeat : IAsyncDisposable
{
    private readonly IWorkStore _store;
    private readonly TimeSpan _lease;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<WorkDelivery, byte> _held = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _beating;

    /// <param name="store">Where leases are renewed.</param>
    /// <param name="lease">How long they are.</param>
    /// <param name="isOn">Whether they are renewed at all.</param>
    /// <param name="log">For renewals that fail.</param>
    public Heartbeat(IWorkStore store, TimeSpan lease, bool isOn, ILogger log)
    {
        (_store, _lease, _log) = (store, lease, log);
        _beating = isOn ? BeatAsync(_stop.Token) : Task.CompletedTask;
    }

    public void Add(WorkDelivery delivery) => _held[delivery] = 0;

    public void Remove(WorkDelivery delivery) => _held.TryRemove(delivery, out _);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating;
        _stop.Dispose();
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(_lease / 3);
        while (await NextAsync(timer, ct))
        {
            try
            {
                foreach (var same in _held.Keys.Where(d => !d.Invocation.IsOverdue).GroupBy(d => (d.Lease.Queue, d.Lease.Owner))) await RenewAsync([.. same], ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                WorkLog.HeartbeatFailed(_log, e); // the next beat tries again; until then the leases run on
            }
            catch (Exception)
            {
                return; // the source is disposed
            }
        }
    }

    private async Task RenewAsync(WorkDelivery[] deliveries, CancellationToken ct)
    {
        var all = deliveries[0].Lease.Of([.. deliveries.SelectMany(d => d.Lease.Messages)]);
        var held = (await _store.RenewAsync(all, _lease, ct)).ToHashSet();
        foreach (var delivery in deliveries)
        {
            if (!delivery.Lease.Messages.All(m => held.Contains(m.Id)) && _held.ContainsKey(delivery)) delivery.Revoke(); // one that ended meanwhile holds nothing, and needs nothing
        }
    }

    private static async ValueTask<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false; // the source is disposed
        }
    }
}
