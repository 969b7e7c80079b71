using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Claims leased messages of one queue for one function, some ahead of the free places where the function is fast, and keeps their leases alive.</summary>
public sealed class WorkSource : ITriggerSource
{
    private const int Portion = 32;
    private const int MostGiven = 100; // in a row, without a claim
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2); // the store wakes whoever waits; this is for what it may have missed
    private static readonly TimeSpan LongestWaitForTwo = TimeSpan.FromSeconds(1);

    private readonly WorkClaimer _claimer;
    private readonly WorkOptions _options;
    private readonly Heartbeat _heartbeat;
    private readonly Acknowledger _acknowledger;
    private readonly ReadAhead _ahead = new(TimeProvider.System); // real time: it measures how fast the function is
    private readonly Queue<WorkDelivery> _ready = [];
    private Task<IReadOnlyList<WorkDelivery>>? _claiming;
    private int _lastClaim;
    private int _givenSince; // the last claim, so often

    /// <summary>A source for one function.</summary>
    /// <param name="function">The function; it gets batches if that is its <see cref="FunctionDescriptor.Input"/>.</param>
    /// <param name="options">What it reads, and how.</param>
    /// <param name="services">The app's services.</param>
    public WorkSource(FunctionDescriptor function, WorkOptions options, IServiceProvider services)
    {
        _options = function.Input == InputShape.Batch ? options : options with { BatchSize = 1, BatchWindow = default };
        FunctionId = function.Id;
        Store = services.GetRequiredService<IWorkStore>();
        Carrier = services.GetService<IIdentityCarrier>();
        Log = services.GetRequiredService<ILogger<WorkSource>>();
        _heartbeat = new Heartbeat(Store, options.Lease, options.Heartbeat, Log);
        _acknowledger = new Acknowledger(this, Log);
        _claimer = new WorkClaimer(this, function, _options, services);
        var read = services.GetRequiredService<WorkQueues>();
        read.Add(options.Queue);
        if (options.FormerQueue is { } former) read.Add(former);
    }

    internal string FunctionId { get; }

    internal IWorkStore Store { get; }

    internal ILogger Log { get; }

    /// <summary>What reads the identities that messages bear, if anything does.</summary>
    internal IIdentityCarrier? Carrier { get; }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Delivery>> ReceiveAsync(int limit, CancellationToken stopping)
    {
        if (_ready.Count == 0 && _givenSince % MostGiven == 0) await FillAsync(limit, stopping);
        if (_ready.Count == 0) return await WaitAsync(limit, stopping);

        // What is there ahead is there because the function is fast: it is handed out in larger portions, for fewer changes of threads.
        var portion = Math.Min(limit * Portion, _ready.Count);
        var taken = new List<Delivery>(portion);
        while (taken.Count < portion) taken.Add(_ready.Dequeue());
        if (_claiming is null && _ready.Count <= _lastClaim / 2 && _ahead.Messages > 0 && !stopping.IsCancellationRequested) BeginClaim(limit, stopping);
        return taken;
    }

    /// <summary>Hands back what was claimed and not handed out, sends the last acknowledgements, and stops the heartbeat.</summary>
    public async ValueTask DisposeAsync()
    {
        await HandBackAsync();
        await DrainAsync();
        await _heartbeat.DisposeAsync();
    }

    /// <summary>Completes when everything that is done has been acknowledged.</summary>
    internal Task DrainAsync() => _acknowledger.DrainAsync();

    internal void Began(WorkDelivery delivery) => _heartbeat.Add(delivery);

    internal void Ended(WorkDelivery delivery) => _heartbeat.Remove(delivery);

    internal void Acknowledge(WorkDelivery delivery) => _acknowledger.Add(delivery);

    /// <summary>What a run that is done calls next, on behalf of whoever it was made for; null for nothing.</summary>
    internal OutgoingMessage? Succeeded(string queue, Message done) => _options.OnSuccess is { } next ? OnBehalfOf(queue, done, next(done)) : null;

    /// <summary>Gives messages up: those that call something then one by one, in one transaction with what they call.</summary>
    internal async Task BuryAsync(Lease lease, Failure failure, CancellationToken ct)
    {
        if (_options.OnFailure is not { } next)
        {
            await Store.DeadLetterAsync(lease, failure, ct);
            return;
        }

        foreach (var message in lease.Messages)
        {
            try
            {
                await Store.DeadLetterAsync(lease.Of([message]), failure, OnBehalfOf(lease.Queue, message, next(message, failure)), ct);
            }
            catch (LeaseLostException)
            {
                LeaseLost(1); // it is not given up by whoever does not hold it
            }
        }
    }

    internal void LeaseLost(int messages) => WorkLog.LeaseLost(Log, FunctionId, messages, _options.Queue);

    internal void OutcomeUnknown(int messages, Exception e) => WorkLog.OutcomeUnknown(Log, e, FunctionId, messages, _options.Queue);

    private OutgoingMessage OnBehalfOf(string queue, Message earlier, OutgoingMessage next) =>
        Carrier is { Attaches: true } carrier ? carrier.Attach([next], carrier.Read(queue, earlier).User, isAsked: false)[0] : next;

    // Where it was given something, nothing else was announced: the next wait needs no claim before it. Not for ever, since an announcement is a hint.
    private async ValueTask<IReadOnlyList<WorkDelivery>> WaitAsync(int limit, CancellationToken stopping)
    {
        var given = await _claimer.WaitAsync(limit, _options.FormerQueue is null ? LongestWait : LongestWaitForTwo, stopping);
        _givenSince = given.Count > 0 && _options.FormerQueue is null ? _givenSince + 1 : 0;
        return given;
    }

    private async ValueTask FillAsync(int limit, CancellationToken stopping)
    {
        if (_claiming is null) BeginClaim(limit, stopping);
        var claiming = _claiming!;
        try
        {
            foreach (var delivery in await claiming) _ready.Enqueue(delivery);
            (_lastClaim, _givenSince) = (_ready.Count, 0);
        }
        finally
        {
            _claiming = null;
        }
    }

    private void BeginClaim(int limit, CancellationToken stopping)
    {
        _ahead.UsedUp(limit * _options.BatchSize);
        _claiming = _claimer.ClaimAsync((limit * _options.BatchSize) + _ahead.Messages, _ahead, stopping);
    }

    private async ValueTask HandBackAsync()
    {
        try
        {
            if (_claiming is not null) await FillAsync(0, CancellationToken.None);
            foreach (var same in _ready.GroupBy(d => d.Lease.Queue))
                await Store.ReleaseAsync(same.First().Lease.Of([.. same.SelectMany(d => d.Lease.Messages)]), CancellationToken.None);
        }
        catch (Exception e)
        {
            WorkLog.NotHandedBack(Log, e, FunctionId, _options.Queue); // their leases end by themselves
        }

        foreach (var delivery in _ready) await delivery.DisposeAsync();
        _ready.Clear();
    }
}
