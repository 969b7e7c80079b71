namespace Ermine;

/// <summary>What becomes of a firing while one of the same schedule waits or runs.</summary>
public enum ScheduleOverlap
{
    /// <summary>It is left out.</summary>
    Skip,

    /// <summary>It waits its turn: firings of one schedule run one at a time, in their order.</summary>
    Queue,

    /// <summary>It takes the place of the other, whose run is cancelled, and nothing of it is recorded.</summary>
    CancelOther,
}
