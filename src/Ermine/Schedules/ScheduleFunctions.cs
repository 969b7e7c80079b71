using Ermine.Kernel;

namespace Ermine.Schedules;

/// <summary>Which functions of an app run on schedules, and on which queues their firings travel.</summary>
public static class ScheduleFunctions
{
    /// <summary>What the names of their queues begin with.</summary>
    internal const string Kind = "schedule";

    /// <summary>The ids of all functions that run on schedules.</summary>
    public static IReadOnlyList<string> ScheduledFunctions(this FunctionCatalog catalog) => [.. catalog.Scheduled().Select(f => f.Id)];

    /// <summary>The functions that run on schedules.</summary>
    internal static IEnumerable<FunctionDescriptor<ScheduleAttribute>> Scheduled(this FunctionCatalog catalog) => catalog.Functions.OfType<FunctionDescriptor<ScheduleAttribute>>();

    /// <summary>The queue of a function's firings: <c>voting.close</c> has <c>schedule-voting-close</c>.</summary>
    internal static string QueueOf(string function) => FunctionQueue.Of(Kind, function);

    /// <summary>The function that a schedule of this name runs: what stands before the colon.</summary>
    internal static string FunctionOf(string schedule) => schedule.Split(':', 2)[0];
}
