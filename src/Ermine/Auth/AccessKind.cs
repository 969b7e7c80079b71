namespace Ermine.Auth;

/// <summary>How the callers of an endpoint are judged.</summary>
internal enum AccessKind
{
    /// <summary>Everyone may call.</summary>
    Open,

    /// <summary>By requirements that a token meets or does not.</summary>
    Guarded,

    /// <summary>By ASP.NET Core's own middleware.</summary>
    Stock,
}
