namespace Ermine;

/// <summary>Which of the messages that wait in a queue is taken first: all of a higher priority before any of a lower one.</summary>
/// <remarks>As long as enough of a higher priority comes in, a lower one waits.</remarks>
public enum MessagePriority
{
    /// <summary>What a message has that asks for nothing else.</summary>
    Normal,

    /// <summary>Before all others.</summary>
    High,

    /// <summary>When nothing else is waiting.</summary>
    Low,
}
