namespace Ermine.Kernel;

/// <summary>The four ways in which a run ends.</summary>
public enum OutcomeKind
{
    /// <summary>It succeeded.</summary>
    Completed,

    /// <summary>It failed and is tried again later.</summary>
    Retry,

    /// <summary>It failed for good.</summary>
    Rejected,

    /// <summary>It was handed back unfinished.</summary>
    Abandoned,
}
