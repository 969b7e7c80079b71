using Ermine.Kernel;

namespace Ermine.Queues;

/// <summary>Which queues the functions of an app read.</summary>
internal static class QueueFunctions
{
    /// <summary>The names of all queues that some function reads.</summary>
    public static IReadOnlySet<string> QueuesRead(this FunctionCatalog catalog) =>
        catalog.Functions.OfType<FunctionDescriptor<QueueTriggerAttribute>>()
            .SelectMany(f => new[] { f.QueueOf(), (f.Contract as QueueAttribute)?.FormerName }).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The queue that a function reads: the one its trigger names, or that of its payload; null where neither names one.</summary>
    public static string? QueueOf(this FunctionDescriptor<QueueTriggerAttribute> function) => function.Trigger.Queue ?? function.Contract?.Name;
}
