using System.Collections.Concurrent;
using System.Threading.Channels;
using Ermine.Kernel;

namespace Ermine.Tests.Doubles;

/// <summary>A store that answers claims and renewals as the test says, and remembers what it was told. It knows nothing of leases.</summary>
internal sealed class ScriptedStore : IWorkStore
{
    private readonly Channel<IReadOnlyList<Message>> _claims = Channel.CreateUnbounded<IReadOnlyList<Message>>();
    private readonly ConcurrentQueue<IReadOnlyList<Message>> _given = [];
    private readonly Channel<IReadOnlyList<long>> _renewals = Channel.CreateUnbounded<IReadOnlyList<long>>();

    public ConcurrentQueue<string> Calls { get; } = [];

    public List<OutgoingMessage> Sent { get; } = [];

    public List<(int Limit, CancellationToken Ct)> Claims { get; } = [];

    public List<TimeSpan> Waits { get; } = [];

    /// <summary>How many messages each wait would have taken.</summary>
    public List<int> WaitLimits { get; } = [];

    /// <summary>What a renewal answers; by default that everything is held.</summary>
    public Func<Lease, IReadOnlyList<long>> Renewing { get; set; } = static lease => [.. lease.Messages.Select(m => m.Id)];

    public Exception? Fails { get; set; }

    /// <summary>What sending ends with; null where it succeeds.</summary>
    public Exception? SendFails { get; set; }

    public void Offer(params Message[] messages) => _claims.Writer.TryWrite(messages);

    /// <summary>Gives messages to the next that waits.</summary>
    public void Give(params Message[] messages) => _given.Enqueue(messages);

    /// <summary>The ids of the next renewal.</summary>
    public ValueTask<IReadOnlyList<long>> RenewedAsync() => _renewals.Reader.ReadAsync();

    public Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct)
    {
        if (SendFails is { } e) return Task.FromException(e);
        Sent.AddRange(messages);
        return Task.CompletedTask;
    }

    public Task<Lease> ClaimAsync(WorkClaim claim, CancellationToken ct)
    {
        Claims.Add((claim.Limit, ct));
        return Task.FromResult(new Lease(claim.Queue, 7, _claims.Reader.TryRead(out var messages) ? messages : []));
    }

    public Task<Lease> WaitAsync(WorkClaim claim, TimeSpan atMost, CancellationToken ct)
    {
        Waits.Add(atMost);
        WaitLimits.Add(claim.Limit);
        return Task.FromResult(new Lease(claim.Queue, 7, _given.TryDequeue(out var messages) ? messages : []));
    }

    public Task<IReadOnlyList<long>> RenewAsync(Lease lease, TimeSpan duration, CancellationToken ct)
    {
        _renewals.Writer.TryWrite([.. lease.Messages.Select(m => m.Id)]);
        return Task.FromResult(Renewing(lease));
    }

    public async Task<IReadOnlyList<long>> AcknowledgeAsync(Lease lease, CancellationToken ct)
    {
        await Told("acknowledge", lease);
        return [.. lease.Messages.Select(m => m.Id)];
    }

    public Task RetryAsync(Lease lease, TimeSpan after, string reason, bool isCounted, CancellationToken ct) => Told(isCounted ? "retry" : "snooze", lease);

    public Task DeadLetterAsync(Lease lease, Failure failure, CancellationToken ct) => Told("bury", lease);

    public Task DeadLetterAsync(Lease lease, Failure failure, OutgoingMessage next, CancellationToken ct)
    {
        Sent.Add(next);
        return Told("bury", lease);
    }

    public Task ReleaseAsync(Lease lease, CancellationToken ct) => Told("release", lease);

    public List<int> Tokens { get; } = [];

    public Task<RateGrant> TakeAsync(string name, Rate rate, int wanted, CancellationToken ct)
    {
        Tokens.Add(wanted);
        return Task.FromResult(new RateGrant(wanted, default));
    }

    public Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<QueueDepth>>([]);

    private Task Told(string what, Lease lease)
    {
        Calls.Enqueue($"{what} {string.Join(' ', lease.Messages.Select(m => m.Id))}");
        return Fails is { } e ? Task.FromException(e) : Task.CompletedTask;
    }
}
