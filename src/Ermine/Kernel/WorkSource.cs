using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Claims leased messages of one queue for one function, and keeps their leases alive while it runs.</summary>
public sealed class WorkSource : ITriggerSource
{
    private static readonly TimeSpan ShortestPoll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(1);

    private readonly FunctionDescriptor _function;
    private readonly string _queue;
    private readonly int _batchSize;
    private readonly TimeSpan _lease;
    private readonly IServiceProvider _services;
    private readonly PayloadSerializer _serializer;
    private readonly ConcurrentDictionary<WorkDelivery, byte> _running = [];
    private readonly CancellationTokenSource _stopHeartbeat = new();
    private readonly Task _heartbeat;
    private TimeSpan _poll = ShortestPoll;

    /// <summary>A source for one function.</summary>
    /// <param name="function">The function; it gets batches if that is its <see cref="FunctionDescriptor.Input"/>.</param>
    /// <param name="queue">The queue that it reads.</param>
    /// <param name="batchSize">Messages a batch has at most.</param>
    /// <param name="lease">How long a claimed message stays invisible to others.</param>
    /// <param name="heartbeat">Whether leases are renewed, at a third of their length.</param>
    /// <param name="services">The app's services.</param>
    public WorkSource(FunctionDescriptor function, string queue, int batchSize, TimeSpan lease, bool heartbeat, IServiceProvider services)
    {
        _function = function;
        _queue = queue;
        _batchSize = function.Input == InputShape.Batch ? batchSize : 1;
        _lease = lease;
        _services = services;
        _serializer = services.GetRequiredService<PayloadSerializer>();
        Log = services.GetRequiredService<ILogger<WorkSource>>();
        Store = services.GetRequiredService<IWorkStore>();
        _heartbeat = heartbeat ? BeatAsync(_stopHeartbeat.Token) : Task.CompletedTask;
    }

    internal IWorkStore Store { get; }

    internal ILogger Log { get; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping)
    {
        // Stopping does not break a claim off: it might have happened, and its messages would wait until their lease ends.
        var claimed = await Store.ClaimAsync(_queue, limit * _batchSize, _lease, CancellationToken.None);
        if (claimed.Messages.Count > 0)
        {
            _poll = ShortestPoll;
            return Deliver(await BuryExhaustedAsync(claimed));
        }

        await Store.WaitAsync(_queue, _poll * (0.5 + Random.Shared.NextDouble() / 2), stopping); // jitter: nodes do not poll in step
        _poll = _poll * 2 < LongestPoll ? _poll * 2 : LongestPoll;
        return [];
    }

    /// <summary>Stops the heartbeat.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopHeartbeat.CancelAsync();
        await _heartbeat;
        _stopHeartbeat.Dispose();
    }

    internal void Ended(WorkDelivery delivery) => _running.TryRemove(delivery, out _);

    internal void LeaseLost(WorkDelivery delivery) => WorkLog.LeaseLost(Log, _function.Id, delivery.Lease.Messages.Count, _queue);

    internal void OutcomeUnknown(WorkDelivery delivery, Exception e) => WorkLog.OutcomeUnknown(Log, e, _function.Id, delivery.Lease.Messages.Count, _queue);

    private IReadOnlyList<Delivery> Deliver(Lease claimed)
    {
        var deliveries = new List<Delivery>();
        foreach (var messages in claimed.Messages.GroupBy(m => m.Attempt).SelectMany(tried => tried.Chunk(BatchSizeOf(tried.Key))))
        {
            var lease = claimed.Of(messages);
            var delivery = new WorkDelivery(this, lease, new WorkInvocation(_function, lease, _serializer, _services));
            _running[delivery] = 0;
            deliveries.Add(delivery);
        }

        return deliveries;
    }

    // Batches that failed come back in eighths, at the last attempt one by one, so that a poison message takes no others along;
    // and those of a node that was killed, which nothing is wrong with, do not all come back one by one.
    private int BatchSizeOf(int attempt) => attempt >= _function.Function.MaxAttempts ? 1 : Math.Max(1, _batchSize >> (3 * Math.Min(attempt - 1, 10)));

    // A message that was claimed more often than it may be took its node down with it each time.
    private async ValueTask<Lease> BuryExhaustedAsync(Lease claimed)
    {
        var limit = _function.Function.MaxAttempts;
        var exhausted = claimed.Messages.Where(m => m.Attempt > limit).ToArray();
        if (exhausted.Length == 0) return claimed;

        await Store.DeadLetterAsync(claimed.Of(exhausted), $"No answer after {limit} attempts: the node died or lost its lease each time.", CancellationToken.None);
        return claimed.Of([.. claimed.Messages.Where(m => m.Attempt <= limit)]);
    }

    private async Task BeatAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(_lease / 3);
        while (await NextBeatAsync(timer, ct))
        {
            try
            {
                foreach (var sameOwner in _running.Keys.GroupBy(d => d.Lease.Owner)) await RenewAsync([.. sameOwner], ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                WorkLog.HeartbeatFailed(Log, e, _queue); // the next beat tries again; until then the leases run on
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
        var held = (await Store.RenewAsync(all, _lease, ct)).ToHashSet();
        foreach (var delivery in deliveries)
        {
            if (!delivery.Lease.Messages.All(m => held.Contains(m.Id))) delivery.Revoke();
        }
    }

    private static async ValueTask<bool> NextBeatAsync(PeriodicTimer timer, CancellationToken ct)
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
