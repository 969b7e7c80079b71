using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>Gives a function with <see cref="DeadLetterTriggerAttribute"/> the letters that it is told of, from a queue of its own.</summary>
internal sealed class DeadLetterTriggerFactory(IServiceProvider services) : ITriggerFactory<DeadLetterTriggerAttribute>
{
    public ITriggerSource Create(FunctionDescriptor<DeadLetterTriggerAttribute> function) => new WorkSource(function, new WorkOptions(DeadLetterFunctions.QueueOf(function.Id)), services);
}
