using Ermine.Kernel;

namespace Ermine.Schedules;

/// <summary>Gives a function with <see cref="ScheduleAttribute"/> its firings: messages of a queue of its own, those of one schedule one at a time.</summary>
internal sealed class ScheduleTriggerFactory(IServiceProvider services) : ITriggerFactory<ScheduleAttribute>
{
    // A run learns at its heartbeat that another took its place, so that one which may be cancelled has a heart that beats faster.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CancellableLease = TimeSpan.FromSeconds(6);

    public ITriggerSource Create(FunctionDescriptor<ScheduleAttribute> function) => new WorkSource(function, new WorkOptions(ScheduleFunctions.QueueOf(function.Id))
    {
        Lease = function.Trigger.Overlap == ScheduleOverlap.CancelOther ? CancellableLease : Lease,
        IsOrdered = true,
    }, services);
}
