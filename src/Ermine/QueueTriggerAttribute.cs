using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function for each message of a queue, or for a batch where its payload parameter is an <see cref="IReadOnlyList{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Message)]
public sealed class QueueTriggerAttribute(string? queue = null) : TriggerAttribute
{
    /// <summary>The queue's name. Default: the name on the payload type's <see cref="QueueAttribute"/>.</summary>
    public string? Queue { get; } = queue;

    /// <summary>Messages one run is handed at most. Only a batch function may have more than one.</summary>
    [Limit(1, 10_000), DefaultValue(100)] public int BatchSize { get; init; } = 100;

    /// <summary>Seconds a claimed message stays invisible to others. A run that outlives its lease is fenced and repeated.</summary>
    [Limit(1, 43_200), DefaultValue(60)] public int LeaseSeconds { get; init; } = 60;

    /// <summary>Whether the lease is renewed, at a third of its length, while the function runs. Default: yes.</summary>
    [DefaultValue(true)] public bool Heartbeat { get; init; } = true;
}
