using System.Reflection;

namespace Ermine.Queues;

/// <summary>How a payload type travels, looked up once for each type.</summary>
internal static class QueueContract<T>
{
    private static readonly QueueAttribute? Declared = typeof(T).GetCustomAttribute<QueueAttribute>();

    public static QueueAttribute Value => Declared ?? throw new InvalidOperationException($"{typeof(T).Name} names no queue: put [Queue(\"...\")] on it.");
}
