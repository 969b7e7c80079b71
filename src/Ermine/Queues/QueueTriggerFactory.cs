using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>Gives a function with <see cref="QueueTriggerAttribute"/> the messages of its queue.</summary>
internal sealed class QueueTriggerFactory(IServiceProvider services) : ITriggerFactory<QueueTriggerAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<QueueTriggerAttribute> function)
    {
        var trigger = function.Trigger;
        var queue = function.QueueOf() ?? throw new ErmineStartupException(
            $"Function '{function.Id}' names no queue: put [Queue(\"...\")] on its payload type, or name the queue in [QueueTrigger(\"...\")].");
        if (trigger.BatchWindowMilliseconds > 500 * trigger.LeaseSeconds) throw new ErmineStartupException(
            $"Function '{function.Id}' waits up to {trigger.BatchWindowMilliseconds} ms for a batch, which is more than half of its lease of {trigger.LeaseSeconds} s: shorten BatchWindowMilliseconds or lengthen LeaseSeconds.");

        var contract = function.Contract as QueueAttribute;
        return new WorkSource(function, new WorkOptions(queue)
        {
            FormerQueue = contract?.FormerName,
            BatchSize = trigger.BatchSize,
            BatchWindow = TimeSpan.FromMilliseconds(trigger.BatchWindowMilliseconds),
            Lease = TimeSpan.FromSeconds(trigger.LeaseSeconds),
            Heartbeat = trigger.Heartbeat,
            MaxRate = Rate.Of(function.Id, trigger.MaxRate),
            Coalesce = trigger.Coalesce,
            Version = contract?.Version ?? 1,
            IsOrdered = contract?.GroupKey is not null,
        }, services);
    }
}
