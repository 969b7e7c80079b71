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
            MaxRate = RateOf(function.Id, trigger.MaxRate),
            Coalesce = trigger.Coalesce,
            Version = contract?.Version ?? 1,
            IsOrdered = contract?.GroupKey is not null,
        }, services);
    }

    private static Rate? RateOf(string function, string? text) => text is null ? null : Rate.TryParse(text, out var rate) ? rate : throw new ErmineStartupException(
        $"Function '{function}' has MaxRate = \"{text}\", which is no rate: write a number, a slash, and s, m, h or d, such as 1000/s; at most a million per second.");
}
