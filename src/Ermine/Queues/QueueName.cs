using System.Reflection;

namespace Ermine.Queues;

/// <summary>The queue that a payload type travels on, looked up once for each type.</summary>
internal static class QueueName<T>
{
    private static readonly string? Name = typeof(T).GetCustomAttribute<QueueAttribute>()?.Name;

    public static string Value => Name ?? throw new InvalidOperationException(
        $"{typeof(T).Name} names no queue: put [Queue(\"...\")] on it.");
}
