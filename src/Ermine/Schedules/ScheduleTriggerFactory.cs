using Ermine.Kernel;

namespace Ermine.Schedules;

/// <summary>Gives a function with <see cref="ScheduleAttribute"/> its firings: messages of a queue of its own, those of one schedule one at a time.</summary>
internal sealed class ScheduleTriggerFactory(IServiceProvider services) : ITriggerFactory<ScheduleAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<ScheduleAttribute> function) => new WorkSource(function, new WorkOptions(ScheduleFunctions.QueueOf(function.Id))
    {
        Lease = TimeSpan.FromSeconds(function.Trigger.LeaseSeconds),
        IsOrdered = true,
    }, services);
}
