namespace Ermine.Auth;

/// <summary>What the result of a function says about its owner.</summary>
internal enum OwnedResult
{
    /// <summary>It has an owner, who is the caller.</summary>
    Theirs,

    /// <summary>It has another owner, or none.</summary>
    NotTheirs,

    /// <summary>There is none.</summary>
    Nothing,

    /// <summary>It is an answer of 4xx or 5xx, without anything in it.</summary>
    Refusal,

    /// <summary>Nobody can tell.</summary>
    Unknown,
}
