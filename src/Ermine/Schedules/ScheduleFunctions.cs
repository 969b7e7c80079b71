using System.Security.Cryptography;
using System.Text;
using Ermine.Kernel;

namespace Ermine.Schedules;

/// <summary>Which functions of an app run on schedules, and on which queues their firings travel.</summary>
public static class ScheduleFunctions
{
    private const int LongestName = 40;
    private const string Prefix = "schedule-";

    /// <summary>The names of the queues of all functions that run on schedules.</summary>
    public static IReadOnlySet<string> ScheduleQueues(this FunctionCatalog catalog) => catalog.Scheduled().Select(f => QueueOf(f.Id)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The ids of all functions that run on schedules.</summary>
    public static IReadOnlyList<string> ScheduledFunctions(this FunctionCatalog catalog) => [.. catalog.Scheduled().Select(f => f.Id)];

    /// <summary>The functions that run on schedules.</summary>
    internal static IEnumerable<FunctionDescriptor<ScheduleAttribute>> Scheduled(this FunctionCatalog catalog) => catalog.Functions.OfType<FunctionDescriptor<ScheduleAttribute>>();

    /// <summary>The queue of a function's firings: <c>voting.close</c> has <c>schedule-voting-close</c>. A name that would be too long ends in a hash instead.</summary>
    internal static string QueueOf(string function)
    {
        var name = Prefix + string.Concat(function.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return name.Length <= LongestName ? name : $"{name[..(LongestName - 9)]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(function)).AsSpan(0, 4))}";
    }

    /// <summary>The function that a schedule of this name runs: what stands before the colon.</summary>
    internal static string FunctionOf(string schedule) => schedule.Split(':', 2)[0];
}
