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
        return new WorkSource(function, queue, trigger.BatchSize, TimeSpan.FromSeconds(trigger.LeaseSeconds), trigger.Heartbeat, services);
    }
}
