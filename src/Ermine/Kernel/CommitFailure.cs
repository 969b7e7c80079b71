namespace Ermine.Kernel;

/// <summary>Why a commit failed.</summary>
public enum CommitFailure
{
    /// <summary>Somebody else changed the same data; trying again may succeed. 409 over HTTP.</summary>
    Conflict,

    /// <summary>The database could not be reached or was busy, and nothing was recorded. 503 over HTTP.</summary>
    Unavailable,

    /// <summary>The connection broke while the commit was under way. It is never repeated: the lease decides.</summary>
    Unknown,

    /// <summary>The lease had passed to someone else: nothing was recorded, and nothing must be.</summary>
    LeaseLost,

    /// <summary>The database refused the data itself, such as a violated constraint.</summary>
    Refused,

    /// <summary>A text has a character that the database cannot store, which is the zero character. 400 over HTTP.</summary>
    Unstorable,
}
