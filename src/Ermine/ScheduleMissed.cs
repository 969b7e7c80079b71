namespace Ermine;

/// <summary>What becomes of firings for which no node was there: those that are found more than a minute late.</summary>
public enum ScheduleMissed
{
    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>The last of them happens, late, for all of them; unless one is due anyway.</summary>
    RunOnce,

    /// <summary>All of them happen, late, one after another in their order.</summary>
    RunAll,
}
