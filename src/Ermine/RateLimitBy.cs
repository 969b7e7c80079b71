namespace Ermine;

/// <summary>Who shares one limit.</summary>
public enum RateLimitBy
{
    /// <summary>Each user has one; callers who are not signed in have one for each address.</summary>
    User,

    /// <summary>Each address has one, whoever is signed in.</summary>
    Address,

    /// <summary>All callers of the function share one.</summary>
    Function,
}
