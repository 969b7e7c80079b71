using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>Which functions are told of dead letters.</summary>
public static class DeadLetterFunctions
{
    private const string Kind = "dead";

    /// <summary>The queues of the functions that are told of the dead letters of a queue; none for a queue of dead letters itself.</summary>
    public static IReadOnlyList<string> DeadLetterListeners(this FunctionCatalog catalog, string queue)
    {
        var listening = catalog.Functions.OfType<FunctionDescriptor<DeadLetterTriggerAttribute>>().Select(f => (f.Trigger.Queue, Own: QueueOf(f.Id))).ToArray();
        return Array.Exists(listening, f => f.Own == queue) ? [] : [.. listening.Where(f => f.Queue is null || f.Queue == queue).Select(f => f.Own).Distinct()];
    }

    /// <summary>Adds the queues that those functions read, and refuses one that listens to nothing.</summary>
    /// <exception cref="ErmineStartupException">A function names a queue that this app neither reads nor sends to.</exception>
    internal static void AddDeadLetterQueues(this FunctionCatalog catalog)
    {
        if (!catalog.Functions.OfType<FunctionDescriptor<DeadLetterTriggerAttribute>>().Any()) return;

        var known = catalog.Contracts.OfType<QueueAttribute>().Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var function in catalog.Functions.OfType<FunctionDescriptor<DeadLetterTriggerAttribute>>())
        {
            if (function.Trigger.Queue is { } queue && !known.Contains(queue)) throw new ErmineStartupException(
                $"Function '{function.Id}' is to be told of the dead letters of '{queue}', which this app neither reads nor sends to; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }

        foreach (var queue in FunctionQueue.All(catalog, Kind, catalog.Functions.OfType<FunctionDescriptor<DeadLetterTriggerAttribute>>().Select(f => f.Id))) catalog.AddContract(new QueueAttribute(queue));
    }

    /// <summary>The queue on which a function is told of letters.</summary>
    internal static string QueueOf(string function) => FunctionQueue.Of(Kind, function);
}
