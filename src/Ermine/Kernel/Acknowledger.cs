using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Acknowledges runs without effects, those that wait at the same time together: while one round trip is under way, the next gathers.</summary>
/// <remarks>Nothing else waits for it. An acknowledgement that does not arrive means that the message is delivered again, as after a crash.</remarks>
internal sealed class Acknowledger(WorkSource source, ILogger log)
{
    private const int Most = 1_000;
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly Lock _lock = new();
    private List<WorkDelivery> _waiting = [];
    private Task _flushing = Task.CompletedTask;

    /// <summary>Acknowledges what a delivery holds, soon.</summary>
    public void Add(WorkDelivery delivery)
    {
        lock (_lock)
        {
            _waiting.Add(delivery);
            if (_flushing.IsCompleted) _flushing = FlushAsync();
        }
    }

    /// <summary>Completes when everything that was added has been sent.</summary>
    public Task DrainAsync()
    {
        lock (_lock) return _flushing;
    }

    private async Task FlushAsync()
    {
        await Task.Yield(); // leave the lock, and let those that finish at the same time join
        while (Take() is { Count: > 0 } deliveries)
        {
            foreach (var sameQueue in deliveries.GroupBy(d => (d.Lease.Queue, d.Lease.Owner)))
            {
                foreach (var some in Portions(sameQueue)) await AcknowledgeAsync(some);
            }
        }
    }

    private List<WorkDelivery> Take()
    {
        lock (_lock)
        {
            if (_waiting.Count == 0)
            {
                _flushing = Task.CompletedTask; // whoever comes next starts anew
                return _waiting;
            }

            var taken = _waiting;
            _waiting = new List<WorkDelivery>(taken.Count);
            return taken;
        }
    }

    // Results of runs are sent along, and together may be large.
    private static IEnumerable<List<WorkDelivery>> Portions(IEnumerable<WorkDelivery> deliveries)
    {
        var (portion, bytes) = (new List<WorkDelivery>(), 0);
        foreach (var delivery in deliveries)
        {
            portion.Add(delivery);
            bytes += delivery.Lease.Messages[0].Result?.Length ?? 0;
            if (portion.Count < Most && bytes < MostBytes) continue;
            yield return portion;
            (portion, bytes) = ([], 0);
        }

        if (portion.Count > 0) yield return portion;
    }

    private async Task AcknowledgeAsync(List<WorkDelivery> deliveries)
    {
        var all = deliveries[0].Lease.Of([.. deliveries.SelectMany(d => d.Lease.Messages)]);
        try
        {
            var removed = await source.Store.AcknowledgeAsync(all, CancellationToken.None);
            if (removed.Count < all.Messages.Count) source.LeaseLost(all.Messages.Count - removed.Count);
        }
        catch (Exception e)
        {
            WorkLog.NotAcknowledged(log, e, source.FunctionId, all.Messages.Count, all.Queue);
        }
        finally
        {
            foreach (var delivery in deliveries) source.Ended(delivery);
        }
    }
}
