using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Claims leased messages of one queue for one function, and keeps their leases alive while it runs.</summary>
public sealed class WorkSource : ITriggerSource
{
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(1);

    private readonly FunctionDescriptor _function;
    private readonly string _queue;
    private readonly int _batchSize;
    private readonly TimeSpan _lease;
    private readonly IServiceProvider _services;
    private readonly PayloadSerializer _serializer;
    private readonly ILogger<WorkSource> _log;
    private readonly ConcurrentDictionary<WorkDelivery, byte> _running = [];
    private readonly CancellationTokenSource _stopHeartbeat = new();
    private readonly Task _heartbeat;

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
        _log = services.GetRequiredService<ILogger<WorkSource>>();
        Store = services.GetRequiredService<IWorkStore>();
        _heartbeat = heartbeat ? BeatAsync(_stopHeartbeat.Token) : Task.CompletedTask;
    }

    internal IWorkStore Store { get; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping)
    {
        var pause = TimeSpan.FromMilliseconds(10);
        while (true)
        {
            var claimed = await Store.ClaimAsync(_queue, limit * _batchSize, _lease, stopping);
            if (claimed.Messages.Count > 0)
            {
                var fresh = await BuryExhaustedAsync(claimed);
                if (fresh.Messages.Count > 0) return Deliver(fresh);
                continue;
            }

            await Store.WaitAsync(_queue, pause * (0.5 + Random.Shared.NextDouble() / 2), stopping); // jitter: nodes do not poll in step
            pause = pause * 2 < LongestPoll ? pause * 2 : LongestPoll;
        }
    }

    /// <summary>Stops the heartbeat.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopHeartbeat.CancelAsync();
        await _heartbeat;
        _stopHeartbeat.Dispose();
    }

    internal void Settled(WorkDelivery delivery) => _running.TryRemove(delivery, out _);

    internal void LeaseLost(WorkDelivery delivery) => WorkLog.LeaseLost(_log, _function.Id, delivery.Lease.Messages.Count, _queue);

    internal void OutcomeUnknown(WorkDelivery delivery, Exception e) => WorkLog.OutcomeUnknown(_log, e, _function.Id, delivery.Lease.Messages.Count, _queue);

    private IReadOnlyList<Delivery> Deliver(Lease claimed)
    {
        var deliveries = new List<Delivery>();
        var fresh = claimed.Messages.Where(m => m.Attempt == 1);
        var tried = claimed.Messages.Where(m => m.Attempt > 1).Select(m => (Message[])[m]); // alone, so that a poison message takes no others along
        foreach (var messages in fresh.Chunk(_batchSize).Concat(tried))
        {
            var lease = claimed.Of(messages);
            var delivery = new WorkDelivery(this, lease, new WorkInvocation(_function, lease, _serializer, _services));
            _running[delivery] = 0;
            deliveries.Add(delivery);
        }

        return deliveries;
    }

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
                foreach (var delivery in _running.Keys) await RenewAsync(delivery, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                WorkLog.HeartbeatFailed(_log, e, _queue); // the next beat tries again; until then the leases run on
            }
        }
    }

    private async Task RenewAsync(WorkDelivery delivery, CancellationToken ct)
    {
        var held = await Store.RenewAsync(delivery.Lease, _lease, ct);
        if (held.Count < delivery.Lease.Messages.Count && _running.ContainsKey(delivery)) delivery.Revoke();
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
