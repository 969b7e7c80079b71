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

    /// <summary>Milliseconds that a batch which is not full waits for more messages. Default: 0, it does not wait.</summary>
    [Limit(0, 300_000), DefaultValue(0)] public int BatchWindowMilliseconds { get; init; }

    /// <summary>Seconds a claimed message stays invisible to others. A run that outlives its lease is fenced and repeated.</summary>
    [Limit(1, 43_200), DefaultValue(60)] public int LeaseSeconds { get; init; } = 60;

    /// <summary>Whether the lease is renewed, at a third of its length, while the function runs. Default: yes.</summary>
    [DefaultValue(true)] public bool Heartbeat { get; init; } = true;

    /// <summary>Messages that all nodes together hand to the function at most, such as <c>1000/s</c>, <c>30/m</c> or <c>500/h</c>. Default: no limit.</summary>
    public string? MaxRate { get; init; }

    /// <summary>The member of the payload by which a batch function is handed its messages: one run has messages of one value only, as many as are
    /// waiting, up to <see cref="BatchSize"/>. For buffers that are written to often and stored by key. Default: none, as they come.</summary>
    public string? Coalesce { get; init; }
}
