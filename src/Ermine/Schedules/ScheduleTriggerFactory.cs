using Ermine.Kernel;

namespace Ermine.Schedules;

/// <summary>Gives a function with <see cref="ScheduleAttribute"/> its firings: messages of a queue of its own, those of one schedule one at a time.</summary>
internal sealed class ScheduleTriggerFactory(IServiceProvider services) : ITriggerFactory<ScheduleAttribute>
{
    // Short, because a run learns at its heartbeat, after a third of it, that another has taken its place.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    public ITriggerSource Create(FunctionDescriptor<ScheduleAttribute> function) => new WorkSource(function, new WorkOptions(ScheduleFunctions.QueueOf(function.Id))
    {
        Lease = Lease,
        IsOrdered = true,
    }, services);
}
