using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>Gives a function with <see cref="EventRuleAttribute"/> the events of its subscriptions: messages of a queue of its own.</summary>
internal sealed class EventRuleTriggerFactory(IServiceProvider services) : ITriggerFactory<EventRuleAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<EventRuleAttribute> function)
    {
        var trigger = function.Trigger;
        return new WorkSource(function, new WorkOptions(EventFunctions.QueueOf(function.Id))
        {
            BatchSize = trigger.BatchSize,
            BatchWindow = TimeSpan.FromMilliseconds(trigger.BatchWindowMilliseconds),
            Lease = TimeSpan.FromSeconds(trigger.LeaseSeconds),
            MaxRate = Rate.Of(function.Id, trigger.MaxRate),
            IsOrdered = trigger.GroupKey is not null,
        }, services);
    }
}
