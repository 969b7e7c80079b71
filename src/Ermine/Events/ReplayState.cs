namespace Ermine.Events;

/// <summary>How far a replay has come.</summary>
public enum ReplayState
{
    /// <summary>It has not begun, or waits for transactions that were writing events when it was asked for.</summary>
    Waiting,

    /// <summary>It delivers.</summary>
    Running,

    /// <summary>All is delivered.</summary>
    Done,

    /// <summary>It was cancelled; what it had delivered by then stays so.</summary>
    Cancelled,

    /// <summary>It ended early; its error says why.</summary>
    Failed,
}
