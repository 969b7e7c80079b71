namespace Ermine.Samples.Tests.Faults;

/// <summary>Does to a system what a fault is, and counts what it has done.</summary>
internal sealed class FaultInjector(FaultServer server, string database, FaultyCable cable, Fleet fleet, int? behind, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // The lease of the workers is 2 s, of real time, and so is this: they are to outlive it.
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(0.7);

    private readonly SortedDictionary<FaultKind, int> _injected = [];

    /// <summary>How many of each kind there were.</summary>
    public IReadOnlyDictionary<FaultKind, int> Injected => _injected;

    public async Task InjectAsync(FaultKind kind)
    {
        if (await HappenedAsync(kind)) _injected[kind] = _injected.GetValueOrDefault(kind) + 1;
    }

    private async Task<bool> HappenedAsync(FaultKind kind)
    {
        switch (kind)
        {
            case FaultKind.WorkerKilled:
                await fleet.KillAsync(random);
                return true;
            case FaultKind.WorkerFrozen:
                var frozen = fleet.Any(random);
                await frozen.FreezeAsync();
                await Task.Delay(LongerThanALease);
                await frozen.ThawAsync();
                return true;
            case FaultKind.ConnectionsCut:
                cable.Drop();
                return true;
            case FaultKind.CommitReplyLost:
                return await cable.BreakAtAsync(new CableBreak("COMMIT", IsDelivered: true), Patience);
            case FaultKind.CommitLost:
                return await cable.BreakAtAsync(new CableBreak("COMMIT", IsDelivered: false), Patience);
            case FaultKind.ReplyLost:
                return await cable.BreakAtAsync(new CableBreak("", IsDelivered: true), Patience);
            case FaultKind.DatabaseAway:
                cable.Refuse();
                await Task.Delay(Away);
                cable.Mend();
                return true;
            case FaultKind.BackendKilled:
                return await server.KillBackendAsync(database, random);
            default:
                await server.KillAsync();
                cable.Target = behind ?? server.Port;
                return true;
        }
    }
}
