namespace Ermine.Samples.Tests.Faults;

/// <summary>What is done to a system of workers and their database.</summary>
public enum FaultKind
{
    /// <summary>A worker is killed by kill -9, and another is started.</summary>
    WorkerKilled,

    /// <summary>A worker is stopped in its tracks for longer than its leases, and wakes.</summary>
    WorkerFrozen,

    /// <summary>All connections to the database break at once.</summary>
    ConnectionsCut,

    /// <summary>A COMMIT is carried out, and its reply is lost with the connection.</summary>
    CommitReplyLost,

    /// <summary>A COMMIT is lost with the connection before it arrives.</summary>
    CommitLost,

    /// <summary>Whatever comes next is carried out, and its reply is lost with the connection.</summary>
    ReplyLost,

    /// <summary>The database cannot be reached for a while.</summary>
    DatabaseAway,

    /// <summary>One process of the database is killed by kill -9, at which the database ends all others, and recovers.</summary>
    BackendKilled,

    /// <summary>The database is killed by kill -9, and started again.</summary>
    DatabaseKilled,
}
